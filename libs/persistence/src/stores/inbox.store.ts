import type { InboxFeed, InboxMessage, InboxStore, TaskKind } from '@kaoji/application';
import { Brackets } from 'typeorm';
import { inboxFeedTable, inboxMessageTable, inboxTaskTable } from '../schema/inbox.entities.js';
import type { Session } from '../session.js';
import { deleteRows, insertOnce, updateRows, upsertRows } from '../statements.js';
import { openPage, taskOf } from './inbox-page.js';
import { projectMany, projectNext } from './inbox-projection.js';

/** What waits for whom, and the calendar feeds of deadlines. */
export function createInboxStore(session: Session): InboxStore {
  const { manager } = session;
  const openTasks = () => manager.createQueryBuilder(inboxTaskTable, 't').where('t.closedAt IS NULL');
  const inOrder = { 't.dueOrder': 'ASC', 't.id': 'ASC' } as const;
  const oneFeed = (where: Partial<InboxFeed>) =>
    manager.createQueryBuilder(inboxFeedTable, 'f').where(where).getOne();

  return {
    project: (source, version, tasks, at) => projectMany(session, [{ source, version, tasks }], at),
    projectMany: (projections, at) => projectMany(session, projections, at),
    projectNext: (sources, tasksOf, at) => projectNext(session, sources, tasksOf, at),
    open: (whose, filter, page) => openPage(session, whose, filter, page),
    counts: async (whose, at) => {
      const asked = whose.filter(({ kinds }) => kinds === null || kinds.length > 0);
      if (asked.length === 0) return [];
      const theirs = new Brackets((either) => {
        asked.forEach(({ accountId, kinds }, n) => {
          const all = `t.accountId = :account${n}`;
          const some = kinds === null ? all : `(${all} AND t.kind IN (:...kinds${n}))`;
          either.orWhere(some, { [`account${n}`]: accountId, [`kinds${n}`]: kinds });
        });
      });
      const rows = await openTasks()
        .andWhere(theirs)
        .select('t.kind', 'kind')
        .addSelect('COUNT(*)', 'open')
        .addSelect('SUM(CASE WHEN t.dueOrder < :at THEN 1 ELSE 0 END)', 'overdue')
        .setParameter('at', at)
        .groupBy('t.kind')
        .orderBy('t.kind')
        .getRawMany<{ kind: TaskKind; open: unknown; overdue: unknown }>();
      return rows.map(({ kind, open, overdue }) => ({ kind, open: Number(open), overdue: Number(overdue) }));
    },
    ofSource: async (source) => {
      const rows = await openTasks().andWhere('t.source = :source', { source }).orderBy(inOrder).getMany();
      return rows.map(taskOf);
    },
    ofSources: async (beginning) => {
      // `~` sorts behind every letter, digit and dash an id is written in.
      const end = `${beginning}~`;
      const rows = await openTasks()
        .andWhere('t.source >= :beginning AND t.source < :end', { beginning, end })
        .orderBy(inOrder)
        .getMany();
      return rows.map(taskOf);
    },
    feed: (secretHash) => oneFeed({ secretHash }),
    feedOf: (accountId) => oneFeed({ accountId }),
    replaceFeed: (feed) => upsertRows(session, inboxFeedTable, [feed], { key: ['accountId'], to: 'replace' }),
    queueMessage: (message) =>
      insertOnce(session, inboxMessageTable, { ...message, state: 'waiting', problem: null }),
    dueMessages: (at, limit) =>
      manager
        .createQueryBuilder(inboxMessageTable, 'm')
        .where("m.state = 'waiting' AND m.notBefore <= :at", { at })
        .orderBy({ 'm.notBefore': 'ASC', 'm.accountId': 'ASC' })
        .limit(limit)
        .getMany(),
    messageCounts: async () => {
      const rows = await manager
        .createQueryBuilder(inboxMessageTable, 'm')
        .select('m.state', 'state')
        .addSelect('COUNT(*)', 'count')
        .groupBy('m.state')
        .getRawMany<{ state: InboxMessage['state']; count: unknown }>();
      return new Map(rows.map(({ state, count }) => [state, Number(count)]));
    },
    settleMessage: async ({ accountId, day }, change) => {
      await updateRows<InboxMessage>(session, inboxMessageTable, { accountId, day }, change);
    },
    revokeFeed: async (accountId) => {
      await deleteRows(session, inboxFeedTable, { accountId });
    },
  };
}
