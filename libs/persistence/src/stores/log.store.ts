import type { LoggedItem, LogHead, LogStore, NumberedEntry, PendingItem } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import { cycleTable } from '../schema/cycle.entities.js';
import { logEntryTable, logHeadTable, logKeyTable, type LogHeadRow } from '../schema/log.entities.js';
import type { Session } from '../session.js';
import { insertOnce, insertRows, taken } from '../statements.js';
import { LOG_SOURCES } from './log-sources/log-sources.js';
import { isOf, pendingRows, rowsOf } from './log-sources/source-rows.js';

/** One append-only log per cycle, fed from the tables whose rows are never changed. */
export function createLogStore(session: Session): LogStore {
  const { manager, dialect } = session;
  const size = async (cycleId: string): Promise<number> => {
    const last = await manager
      .createQueryBuilder(logEntryTable, 'e')
      .where('e.cycleId = :cycleId', { cycleId })
      .orderBy('e.leaf', 'DESC')
      .limit(1)
      .getOne();
    return last === null ? 0 : last.leaf + 1;
  };
  const entries = async (cycleId: string, from: number, limit: number): Promise<readonly NumberedEntry[]> => {
    const rows = await manager
      .createQueryBuilder(logEntryTable, 'e')
      .where('e.cycleId = :cycleId AND e.leaf >= :from', { cycleId, from })
      .orderBy('e.leaf')
      .limit(limit)
      .getMany();
    return rows.map(({ leaf, suite, kind, ref, hash }) => ({ leaf, suite, kind, ref, hash }));
  };
  const headsOf = (cycleId: string) =>
    manager.createQueryBuilder(logHeadTable, 'h').where('h.cycleId = :cycleId', { cycleId });

  return {
    size,
    entries,
    pending: async (cycleId, limit) => {
      const found: PendingItem[] = [];
      for (const source of LOG_SOURCES) {
        if (found.length >= limit) break;
        found.push(...(await pendingRows(session, source, cycleId, limit - found.length)));
      }
      return found;
    },
    lock: async (cycleId) => {
      const cycle = manager
        .createQueryBuilder(cycleTable, 'c')
        .select('c.id')
        .where('c.id = :cycleId', { cycleId });
      // SQLite has one writer: whoever is in a transaction is alone already.
      if (dialect === 'mysql' && session.writable) cycle.setLock('pessimistic_write');
      if ((await cycle.getOne()) === null) {
        throw new Refusal('NOT_FOUND', 'There is no such cycle.', { cycleId });
      }
      return size(cycleId);
    },
    append: async (cycleId, added) => {
      const next = await size(cycleId);
      const gap = added.findIndex(({ leaf }, at) => leaf !== next + at);
      if (gap >= 0) {
        throw new Refusal('LOG_GAP', 'An entry would not follow the last one of the log.', {
          cycleId,
          expected: next + gap,
          leaf: added[gap]!.leaf,
        });
      }
      await insertRows(
        session,
        logEntryTable,
        added.map((entry) => ({ ...entry, cycleId })),
        taken('DUPLICATE_LOG_ENTRY', 'This is in the log already.'),
      );
    },
    items: async (cycleId, from, limit) => withRows(session, cycleId, await entries(cycleId, from, limit)),
    insertHead: async ({ timestamp, ...head }) => {
      const row = {
        ...head,
        timestamp: timestamp === null ? null : Buffer.from(timestamp).toString('base64url'),
      };
      return (await insertOnce(session, logHeadTable, row)) ? 'stored' : 'already';
    },
    latestHead: async (cycleId) => {
      const row = await headsOf(cycleId).orderBy('h.size', 'DESC').limit(1).getOne();
      return row === null ? null : headOf(row);
    },
    heads: async (cycleId) => (await headsOf(cycleId).orderBy('h.size').getMany()).map(headOf),
    insertKey: (key) =>
      insertRows(session, logKeyTable, [key], taken('DUPLICATE_LOG_KEY', 'This key signs the log already.')),
    keys: (cycleId) =>
      manager
        .createQueryBuilder(logKeyTable, 'k')
        .where('k.cycleId = :cycleId', { cycleId })
        .orderBy({ 'k.at': 'ASC', 'k.keyId': 'ASC' })
        .getMany(),
  };
}

function headOf({ timestamp, ...row }: LogHeadRow): LogHead {
  return { ...row, timestamp: timestamp === null ? null : Buffer.from(timestamp, 'base64url') };
}

/** One statement for each table the entries come from. */
async function withRows(
  session: Session,
  cycleId: string,
  entries: readonly NumberedEntry[],
): Promise<readonly LoggedItem[]> {
  const values = new Map<NumberedEntry, unknown>();
  for (const source of LOG_SOURCES) {
    if (source.form === 'hash') continue;
    const siblings = LOG_SOURCES.filter(({ kind }) => kind === source.kind);
    const mine = entries.filter(({ kind, ref }) => kind === source.kind && isOf(source, ref, siblings));
    if (mine.length === 0) continue;
    const refs = mine.map(({ ref }) => ref);
    const rows = await rowsOf(session, source, cycleId, refs);
    for (const entry of mine) {
      const row = rows.get(entry.ref);
      if (row !== undefined && 'value' in row) values.set(entry, row.value);
    }
  }
  return entries.map((entry) => ({ ...entry, value: values.get(entry) ?? null }));
}
