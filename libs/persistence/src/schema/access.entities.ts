import type { AccessRow, Erasure, PersonKeyRow } from '@kaoji/application';
import { bytes, code, id, instant, optional, primary, state, text } from './columns.js';
import { defineTable, reference } from './define-table.js';

const toPerson = reference('person', ['personId'], 'person');

export const accessTable = defineTable<AccessRow>(
  'access_log',
  {
    id: primary(id()),
    accountId: id(),
    role: state(),
    permission: code(),
    endpoint: code(),
    cycleId: optional(id()),
    subject: optional(id()),
    at: instant(),
  },
  {
    indexes: {
      idx_access_log_cycle: ['cycleId', 'id'],
      idx_access_log_subject: ['cycleId', 'subject', 'id'],
    },
    references: [reference('account', ['accountId'], 'account')],
  },
);

export const personKeyTable = defineTable<PersonKeyRow>(
  'person_key',
  {
    personId: primary(id()),
    suite: state(),
    masterKeyId: id(),
    wrapped: optional(bytes()),
    destroyedAt: optional(instant()),
    destroyedBy: optional(id()),
    clause: optional(text()),
  },
  { checks: ['destroyed'] },
);

export const erasureTable = defineTable<Erasure>(
  'erasure',
  { personId: primary(id()), erasedBy: id(), clause: text(), erasedAt: instant() },
  { references: [toPerson] },
);
