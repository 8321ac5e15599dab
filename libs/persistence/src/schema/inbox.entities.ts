import type { InboxFeed, InboxMessage, InboxTask, TaskReminder } from '@kaoji/application';
import { code, count, date, hash, id, instant, json, key, optional, primary, state } from './columns.js';
import { defineTable, reference } from './define-table.js';

/** How far the inbox has heard of a source. */
export type InboxSourceRow = { readonly source: string; readonly version: number };
export const inboxSourceTable = defineTable<InboxSourceRow>('inbox_source', {
  source: primary(key()),
  version: instant(),
});

/** A task as stored: done ones stay, closed. */
export type InboxTaskRow = Omit<InboxTask, 'count'> & {
  readonly count: number | null;
  readonly dueOrder: number;
  readonly closedAt: number | null;
};
export const inboxTaskTable = defineTable<InboxTaskRow>(
  'inbox_task',
  {
    id: primary(id()),
    accountId: id(),
    kind: state(),
    as: state(),
    onBehalfOf: optional(id()),
    source: key(),
    version: instant(),
    cycleId: id(),
    unitId: id(),
    appraisalId: optional(id()),
    step: optional(code()),
    verbs: json(),
    since: instant(),
    dueAt: optional(instant()),
    dueOrder: instant(),
    ifNothing: state(),
    count: optional(count()),
    closedAt: optional(instant()),
  },
  {
    indexes: {
      idx_inbox_task_due: ['accountId', 'closedAt', 'dueOrder', 'id'],
      idx_inbox_task_kind: ['accountId', 'closedAt', 'kind', 'dueOrder', 'id'],
      idx_inbox_task_source: ['source', 'closedAt'],
      idx_inbox_task_cycle: ['cycleId', 'closedAt', 'dueOrder', 'id'],
      idx_inbox_task_unit: ['cycleId', 'closedAt', 'unitId', 'dueOrder', 'id', 'accountId'],
    },
    checks: ['as', 'if_nothing'],
  },
);

export const inboxFeedTable = defineTable<InboxFeed>(
  'inbox_feed',
  { accountId: primary(id()), secretHash: hash(), createdAt: instant() },
  {
    uniques: { uq_inbox_feed_secret: ['secretHash'] },
    references: [reference('account', ['accountId'], 'account')],
  },
);

export const inboxMessageTable = defineTable<InboxMessage>(
  'inbox_message',
  {
    accountId: primary(id()),
    day: primary(date()),
    notBefore: instant(),
    state: state(),
    problem: optional(code()),
  },
  {
    indexes: { idx_inbox_message_state: ['state', 'notBefore'] },
    checks: ['state'],
    references: [reference('account', ['accountId'], 'account')],
  },
);

export const taskReminderTable = defineTable<TaskReminder>('task_reminder', {
  taskId: primary(id()),
  day: primary(date()),
  cycleId: id(),
  accountId: id(),
  remindedBy: id(),
  remindedAt: instant(),
});
