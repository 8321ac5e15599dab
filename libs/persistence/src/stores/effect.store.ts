import type { EffectStore } from '@kaoji/application';
import { effectTable, outboxTable } from '../schema/result.entities.js';
import type { Session } from '../session.js';
import { insertOnce, insertRows, taken, updateRows } from '../statements.js';

/** Exactly-once effects and the outbox. */
export function createEffectStore(session: Session): EffectStore {
  const { manager, dialect } = session;
  return {
    /**
     * The key is inserted in the transaction of the effect: a second caller waits at the key until the first
     * commits (and replays its result) or rolls back (and does the work). The result is kept as JSON.
     */
    once: async <T>(key: string, work: () => Promise<T>): Promise<T> => {
      if (await insertOnce(session, effectTable, { key, result: null })) {
        const result = await work();
        if (result !== undefined)
          await updateRows(session, effectTable, { key }, { result: JSON.stringify(result) });
        return result;
      }
      const row = await manager
        .createQueryBuilder(effectTable, 'e')
        .where('e.key = :key', { key })
        .getOneOrFail();
      return (row.result === null ? undefined : JSON.parse(row.result)) as T;
    },
    pushOutbox: (row) =>
      insertRows(
        session,
        outboxTable,
        [row],
        taken('DUPLICATE_OUTBOX', 'This message is in the outbox already.'),
      ),
    pendingOutbox: (limit) => {
      const rows = manager
        .createQueryBuilder(outboxTable, 'o')
        .where('o.deliveredAt IS NULL')
        .orderBy({ 'o.createdAt': 'ASC', 'o.id': 'ASC' })
        .limit(limit);
      // SQLite has one writer: whoever reads here inside a transaction is alone already.
      if (dialect === 'mysql' && session.writable)
        rows.setLock('pessimistic_write').setOnLocked('skip_locked');
      return rows.getMany();
    },
    outboxBacklog: async () => {
      const row = await manager
        .createQueryBuilder(outboxTable, 'o')
        .select('COUNT(*)', 'waiting')
        .addSelect('MIN(o.createdAt)', 'oldest')
        .where('o.deliveredAt IS NULL')
        .getRawOne<{ waiting: unknown; oldest: unknown }>();
      const oldest = row?.oldest ?? null;
      return { waiting: Number(row?.waiting ?? 0), oldestAt: oldest === null ? null : Number(oldest) };
    },
    markDelivered: async (id, at) => {
      await updateRows(session, outboxTable, { id }, { deliveredAt: at });
    },
  };
}
