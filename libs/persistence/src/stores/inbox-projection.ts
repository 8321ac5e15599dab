import type { InboxStore, InboxTask, Projection } from '@kaoji/application';
import { inboxSourceTable, inboxTaskTable } from '../schema/inbox.entities.js';
import type { InboxTaskRow } from '../schema/inbox.entities.js';
import type { Session } from '../session.js';
import { inPortions, portions, upsertRows } from '../statements.js';

/** Sorts behind every due date. */
const NO_DUE_DATE = Number.MAX_SAFE_INTEGER;
const SOURCE_COLUMNS = 2;

/**
 * Takes the row of each source until the transaction ends, always in the same order, so that two never wait for each other; a new one begins at 0, and each
 * version grows by `by`. Gives the versions there are then.
 */
async function takeTurns(
  session: Session,
  sources: readonly string[],
  by: 0 | 1,
): Promise<ReadonlyMap<string, number>> {
  const distinct = [...new Set(sources)].sort();
  // Adding nothing locks the row as well; the versions are read once it is ours.
  const rows = distinct.map((source) => ({ source, version: by }));
  for (const portion of portions(rows, SOURCE_COLUMNS)) {
    await upsertRows(session, inboxSourceTable, portion, { key: ['source'], to: 'add' });
  }
  const stored = await inPortions(distinct, (portion) =>
    session.manager
      .createQueryBuilder(inboxSourceTable, 's')
      .where('s.source IN (:...portion)', { portion })
      .getMany(),
  );
  return new Map(stored.map(({ source, version }) => [source, version]));
}

/** The due date that was said holds; a later one, or none, may take its place. */
function due(said: number | null, now: number | null): number | null {
  return now === null || said === null ? now : Math.max(said, now);
}

function opened(task: InboxTask, before: InboxTaskRow | undefined): InboxTaskRow {
  const dueAt = due(before?.dueAt ?? null, task.dueAt);
  const since = before !== undefined && before.closedAt === null ? before.since : task.since;
  const count = task.count ?? null;
  return { ...task, count, since, dueAt, dueOrder: dueAt ?? NO_DUE_DATE, closedAt: null };
}

/** The rows that change when all of a source's tasks are these. */
function changesOf(
  { tasks, source, version }: Projection,
  stored: readonly InboxTaskRow[],
  at: number,
): readonly InboxTaskRow[] {
  const before = new Map(stored.map((row) => [row.id, row]));
  const open = new Map(tasks.map((task) => [task.id, task]));
  const done = stored.filter((row) => row.closedAt === null && !open.has(row.id));
  return [
    ...[...open.values()].map((task) => opened({ ...task, source, version }, before.get(task.id))),
    ...done.map((row) => ({ ...row, version, closedAt: at })),
  ];
}

/** See `InboxStore.projectMany`: locks the sources, reads what there is, writes what changed. */
export async function projectMany(
  session: Session,
  projections: readonly Projection[],
  at: number,
): Promise<void> {
  // Of one source the newest word counts, here as between two calls.
  const newest = new Map<string, Projection>();
  for (const projection of projections) {
    if (projection.version >= (newest.get(projection.source)?.version ?? 0))
      newest.set(projection.source, projection);
  }
  const known = await takeTurns(session, [...newest.keys()], 0);
  const heard = [...newest.values()].filter(({ source, version }) => version >= (known.get(source) ?? 0));
  await write(session, heard, at);
  const moved = heard.filter(({ source, version }) => version > (known.get(source) ?? 0));
  const versions = moved.map(({ source, version }) => ({ source, version }));
  await upsertRows(session, inboxSourceTable, versions, { key: ['source'], to: 'replace' });
}

/** See `InboxStore.projectNext`. */
export async function projectNext(
  session: Session,
  sources: readonly string[],
  tasksOf: Parameters<InboxStore['projectNext']>[1],
  at: number,
): Promise<void> {
  if (sources.length === 0) return;
  const versions = await takeTurns(session, sources, 1);
  const tasks = await tasksOf();
  const projections = [...versions].map(([source, version]) => ({
    source,
    version,
    tasks: (tasks.get(source) ?? []).map((task) => ({ ...task, version })),
  }));
  await write(session, projections, at);
}

async function write(session: Session, heard: readonly Projection[], at: number): Promise<void> {
  const stored = await inPortions(
    heard.map(({ source }) => source),
    (portion) =>
      session.manager
        .createQueryBuilder(inboxTaskTable, 't')
        .where('t.source IN (:...portion)', { portion })
        .getMany(),
  );
  const storedOf = new Map(heard.map(({ source }) => [source, [] as InboxTaskRow[]]));
  for (const row of stored) storedOf.get(row.source)?.push(row);
  const rows = heard.flatMap((projection) =>
    changesOf(projection, storedOf.get(projection.source) ?? [], at),
  );
  await upsertRows(session, inboxTaskTable, rows, { key: ['id'], to: 'replace' });
}
