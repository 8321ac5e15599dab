import { Refusal } from '@kaoji/domain';
import type { ArchivedBuild, ArchivedRun } from '../../ports/archived-runs.js';
import type { ArchiveStore } from '../../ports/archive.js';
import type { LoggedItem, NumberedEntry } from '../../ports/log.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { FoundCycle } from '../../staff/find.js';
import type { Suites } from '../log-key.js';
import { logOrigin } from '../log-origin.js';
import type { BuildFiles, BundleMaterial } from './bundle-material.js';

export type ExportDeps = {
  readonly transactions: Transactions;
  readonly archive: ArchiveStore;
  readonly suites: Suites;
};

const PAGE = 2_000;
const NEAR = 8; // leaves: reading a few too many is cheaper than asking once more
const AT_ONCE = 16; // objects asked of the archive

/** All rows of the log up to its latest head, and what is said of the runs; without the bytes. */
export type LogContents = Omit<BundleMaterial, 'bodies' | 'builds'> & {
  readonly runs: ReadonlyMap<number, ArchivedRun>; // by leaf
};

/** Which entries are read with their rows; null: all. */
export type WantedRows = ((entry: NumberedEntry) => boolean) | null;

/** Reads the log of a cycle up to its latest head. Refuses `BUNDLE_NOT_READY` while nothing is signed. */
export async function readLog(
  stores: Stores,
  cycle: FoundCycle,
  wanted: WantedRows = null,
): Promise<LogContents> {
  const { id, key, areaId: area, year, run } = cycle;
  const head = await stores.log.latestHead(id);
  if (head === null) {
    throw new Refusal(
      'BUNDLE_NOT_READY',
      'Nothing is in the log of this cycle yet: there is no signed head.',
    );
  }
  const items = await readItems(stores, { cycleId: id, size: head.size, wanted });
  const archived = await stores.archivedRuns.ofCycle(id);
  const byRef = new Map(archived.map((one) => [`${one.workflowId}/${one.runId}`, one]));
  const runs = new Map(
    items.flatMap(({ kind, leaf, ref }) => {
      const found = kind === 'archived_history' ? byRef.get(ref) : undefined;
      return found === undefined ? [] : [[leaf, found]];
    }),
  );
  return {
    cycle: { id, key, area, year, run },
    origin: logOrigin(id),
    head,
    heads: await stores.log.heads(id),
    keys: await stores.log.keys(id),
    items,
    runs,
    histories: new Map([...runs].map(([leaf, one]) => [leaf, toldOf(one)])),
  };
}

type Reading = { readonly cycleId: string; readonly size: number; readonly wanted: WantedRows };

/** The entries below `size`; those that are wanted with their rows. Entries that are gone leave a gap. */
async function readItems(
  { log }: Stores,
  { cycleId, size, wanted }: Reading,
): Promise<readonly LoggedItem[]> {
  const items: LoggedItem[] = [];
  for (let from = 0; from < size;) {
    const limit = Math.min(PAGE, size - from);
    const page =
      wanted === null
        ? await log.items(cycleId, from, limit)
        : await withRows(log, cycleId, await log.entries(cycleId, from, limit), wanted);
    items.push(...page.filter(({ leaf }) => leaf < size));
    const last = page.at(-1);
    if (last === undefined) break;
    from = last.leaf + 1;
  }
  return items;
}

/** Wanted rows lie side by side in the log, so they are asked for in stretches. */
async function withRows(
  log: Stores['log'],
  cycleId: string,
  entries: readonly NumberedEntry[],
  wanted: NonNullable<WantedRows>,
): Promise<readonly LoggedItem[]> {
  const stretches: [from: number, to: number][] = [];
  for (const { leaf } of entries.filter(wanted)) {
    const last = stretches.at(-1);
    if (last !== undefined && leaf - last[1] <= NEAR) last[1] = leaf;
    else stretches.push([leaf, leaf]);
  }
  const values = new Map<number, unknown>();
  for (const [from, to] of stretches) {
    for (const { leaf, value } of await log.items(cycleId, from, to - from + 1)) values.set(leaf, value);
  }
  return entries.map((entry) => ({
    ...entry,
    value: wanted(entry) ? (values.get(entry.leaf) ?? null) : null,
  }));
}

/** What a manifest says of a run. */
function toldOf(
  run: ArchivedRun,
): BundleMaterial['histories'] extends ReadonlyMap<number, infer T> ? T : never {
  const { workflowId, runId, firstRunId, continuedFrom, workflowType, deployment, buildId } = run;
  const { sdkVersion, nodeVersion, serverVersion, codecKeyIds, closeStatus, eventCount } = run;
  return {
    ...{ workflowId, runId, firstRunId, continuedFrom, workflowType, deployment, buildId },
    ...{ sdkVersion, nodeVersion, serverVersion, codecKeyIds: [...codecKeyIds], closeStatus, eventCount },
  };
}

type Files = Pick<BundleMaterial, 'bodies' | 'builds'>;

/** The bytes of the histories and builds among these items. What the archive has lost is not there. */
export async function readFiles(
  { transactions, archive }: ExportDeps,
  items: readonly LoggedItem[],
  runs: LogContents['runs'],
): Promise<Files> {
  const ids = items.flatMap(({ kind, ref }) => (kind === 'workflow_bundle' ? [ref] : []));
  const rows = await transactions.read((stores) => stores.archivedRuns.builds(ids));
  const kept = new Map<string, ArchivedBuild>();
  const bodies = new Map<number, Uint8Array>();
  await inTurns(items, async (item) => {
    const build = item.kind === 'workflow_bundle' ? buildOf(rows, item) : undefined;
    if (build !== undefined) kept.set(item.ref, build);
    const name = build?.bundle.objectName ?? runs.get(item.leaf)?.objectName;
    const bytes = name === undefined ? null : await archive.get(name);
    if (bytes !== null) bodies.set(item.leaf, bytes);
  });
  const builds = new Map<string, BuildFiles>();
  for (const [buildId, { lockFile, recipe }] of kept) {
    const [lock, how] = [await archive.get(lockFile.objectName), await archive.get(recipe.objectName)];
    if (lock !== null && how !== null) builds.set(buildId, { lockFile: lock, recipe: how });
  }
  return { bodies, builds };
}

/** The archived build with the hash the log has; a build may lie in the archive once per suite. */
function buildOf(rows: readonly ArchivedBuild[], { ref, hash }: LoggedItem): ArchivedBuild | undefined {
  const ofId = rows.filter(({ buildId }) => buildId === ref);
  return ofId.find(({ bundle }) => bundle.hash === hash) ?? ofId[0];
}

async function inTurns(
  items: readonly LoggedItem[],
  work: (item: LoggedItem) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < items.length; at += AT_ONCE) {
    await Promise.all(items.slice(at, at + AT_ONCE).map(work));
  }
}
