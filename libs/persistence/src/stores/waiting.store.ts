import type { WaitingFilter, WaitingStore } from '@kaoji/application';
import { inboxTaskTable, taskReminderTable } from '../schema/inbox.entities.js';
import type { Session } from '../session.js';
import { inPortions, insertOnce } from '../statements.js';
import { cursorOf, placeOf, taskOf } from './inbox-page.js';

type Counted = Readonly<Record<string, unknown>>;

/** What waits in a cycle, from the same rows as the inbox. */
export function createWaitingStore(session: Session): WaitingStore {
  const { manager } = session;
  const open = ({ cycleId, unitIds, kind, overdueAt }: WaitingFilter) => {
    const rows = manager
      .createQueryBuilder(inboxTaskTable, 't')
      .where('t.cycleId = :cycleId AND t.closedAt IS NULL', { cycleId });
    if (unitIds !== null) rows.andWhere('t.unitId IN (:...unitIds)', { unitIds });
    if (kind !== undefined) rows.andWhere('t.kind = :kind', { kind });
    if (overdueAt !== undefined) rows.andWhere('t.dueOrder < :overdueAt', { overdueAt });
    return rows;
  };
  const nowhere = ({ unitIds }: WaitingFilter): boolean => unitIds?.length === 0;

  return {
    page: async (filter, { after, limit }) => {
      if (nowhere(filter)) return [];
      const rows = open(filter).orderBy({ 't.dueOrder': 'ASC', 't.id': 'ASC' }).limit(limit);
      if (after !== null) {
        const { order, id } = placeOf(after);
        // The first half is what the index can jump to.
        rows.andWhere('t.dueOrder >= :order AND (t.dueOrder > :order OR t.id > :id)', { order, id });
      }
      return (await rows.getMany()).map((row) => ({ ...taskOf(row), cursor: cursorOf(row) }));
    },
    totals: async (filter, at) => {
      if (nowhere(filter)) return { people: 0, tasks: 0, overdue: 0 };
      const row = await open(filter)
        .select('COUNT(DISTINCT t.accountId)', 'people')
        .addSelect('COUNT(*)', 'tasks')
        .addSelect('SUM(CASE WHEN t.dueOrder < :at THEN 1 ELSE 0 END)', 'overdue')
        .setParameter('at', at)
        .getRawOne<Counted>();
      const count = (name: string): number => Number(row?.[name] ?? 0);
      return { people: count('people'), tasks: count('tasks'), overdue: count('overdue') };
    },
    byUnit: async (cycleId, at) => {
      const rows = await open({ cycleId, unitIds: null })
        .select('t.unitId', 'unitId')
        .addSelect('COUNT(DISTINCT t.accountId)', 'people')
        .addSelect('COUNT(DISTINCT CASE WHEN t.dueOrder < :at THEN t.accountId END)', 'late')
        .setParameter('at', at)
        .groupBy('t.unitId')
        .orderBy('t.unitId')
        .getRawMany<Counted>();
      return rows.map(({ unitId, people, late }) => ({
        unitId: String(unitId),
        people: Number(people),
        late: Number(late),
      }));
    },
    remind: (reminder) => insertOnce(session, taskReminderTable, reminder),
    lastReminded: async (taskIds) => {
      const rows = await inPortions(taskIds, (portion) =>
        manager
          .createQueryBuilder(taskReminderTable, 'r')
          .select('r.taskId', 'taskId')
          .addSelect('MAX(r.remindedAt)', 'at')
          .where('r.taskId IN (:...portion)', { portion })
          .groupBy('r.taskId')
          .getRawMany<Counted>(),
      );
      return new Map(rows.map(({ taskId, at }) => [String(taskId), Number(at)]));
    },
  };
}
