import type { ArchivedRun } from '../ports/archived-runs.js';
import type { ClosedRun, ReplayFault, RunFacts } from '../ports/archiving.js';
import type { Cycle } from '../ports/records.js';
import { archiveBuild } from './archive-build.js';
import type { ArchiveDeps } from './archive-deps.js';
import { keepObject } from './archive-object.js';
import { faultText } from './fault-text.js';

/** A closed run and the cycle it is of. */
export type RunOfCycle = { readonly run: ClosedRun; readonly cycle: Cycle };
/**
 * `left`: not in the archive yet, because the build that made them is not at hand, the server has forgotten them, or
 * their input is of another database.
 */
export type ArchivedCount = { readonly archived: number; readonly failed: number; readonly left: number };

/** Of a run no worker ever took: there is nothing of a build in it. */
export const NO_BUILD = 'none';
const NO_VERSION = 'unknown';

type KeptRun = RunOfCycle & {
  readonly facts: RunFacts;
  readonly kept: { readonly hash: string; readonly objectName: string; readonly size: number };
};

/**
 * Archives closed runs: puts each history under its hash, replays it once from there under its own build, and only then
 * writes its row. Killed anywhere and run again, the result is the same: bytes lie under their hash, rows by run id.
 */
export async function archiveRuns(deps: ArchiveDeps, runs: readonly RunOfCycle[]): Promise<ArchivedCount> {
  const kept: KeptRun[] = [];
  for (const run of runs) {
    const put = await keepHistory(deps, run);
    if (put !== null) kept.push(put);
  }
  const count = { archived: 0, failed: 0 };
  for (const portion of byBuild(deps, kept)) {
    const verdicts = await replayPortion(deps, portion);
    if (verdicts === null) continue;
    const rows = await rowsOf(deps, portion, verdicts);
    await deps.transactions.run(async ({ archivedRuns }) => {
      for (const row of rows) await archivedRuns.insert(row);
    });
    for (const { workflowId, runId, fault } of rows) {
      count.archived += 1;
      if (fault === null) continue;
      count.failed += 1;
      deps.alarm({ kind: 'replay_failed', workflowId, runId, fault });
    }
  }
  return { ...count, left: runs.length - count.archived };
}

async function keepHistory(deps: ArchiveDeps, { run, cycle }: RunOfCycle): Promise<KeptRun | null> {
  const history = await deps.closedRuns.history(run);
  if (history === null || history.facts.cycleId !== cycle.id) return null;
  const kept = await keepObject(deps, deps.suiteOfArea(cycle.areaId), history.bytes);
  return { run, cycle, facts: history.facts, kept };
}

/** Runs that were made by the same build and are hashed alike. */
function byBuild({ suiteOfArea }: ArchiveDeps, kept: readonly KeptRun[]): readonly (readonly KeptRun[])[] {
  const groups = new Map<string, KeptRun[]>();
  for (const run of kept) {
    const key = `${suiteOfArea(run.cycle.areaId).id} ${run.facts.buildId ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return [...groups.values()];
}

/** The fault of each run id that was replayed. Null while the build is not at hand: without it there is nothing to trust. */
async function replayPortion(
  deps: ArchiveDeps,
  portion: readonly KeptRun[],
): Promise<ReadonlyMap<string, ReplayFault | null> | null> {
  const [first] = portion;
  if (first === undefined || first.facts.buildId === null) {
    return new Map(portion.map(({ run }) => [run.runId, null])); // nobody took them: nothing to replay
  }
  const { buildId } = first.facts;
  const build = await archiveBuild(deps, deps.suiteOfArea(first.cycle.areaId), buildId);
  if (build === null) {
    deps.alarm({ kind: 'build_missing', buildId, runs: portion.length });
    return null;
  }
  const bundle = await fromArchive(deps, build.bundle.objectName);
  const inputs = [];
  for (const { run, kept } of portion)
    inputs.push({ ...run, bytes: await fromArchive(deps, kept.objectName) });
  return deps.replayer.replay(bundle, inputs);
}

/** What is replayed is what lies in the archive, not what was in memory. */
async function fromArchive({ archive }: ArchiveDeps, objectName: string): Promise<Uint8Array> {
  const bytes = await archive.get(objectName);
  if (bytes === null) throw new Error(`archive: "${objectName}" is not there after it was put`);
  return bytes;
}

async function rowsOf(
  { clock, closedRuns, suiteOfArea, builds }: ArchiveDeps,
  portion: readonly KeptRun[],
  verdicts: ReadonlyMap<string, ReplayFault | null>,
): Promise<readonly ArchivedRun[]> {
  const serverVersion = await closedRuns.serverVersion();
  const { nodeVersion } = builds;
  return portion.flatMap(({ run, cycle, facts, kept }): ArchivedRun[] => {
    const fault = verdicts.get(run.runId);
    if (fault === undefined) return []; // whose replay told nothing is not trusted
    const row: ArchivedRun = {
      ...{ workflowId: run.workflowId, runId: run.runId, closedAt: run.closedAt, cycleId: cycle.id },
      ...{ firstRunId: facts.firstRunId, continuedFrom: facts.continuedFrom },
      ...{ workflowType: facts.workflowType, deployment: facts.deployment },
      ...{ buildId: facts.buildId ?? NO_BUILD, sdkVersion: facts.sdkVersion ?? NO_VERSION },
      ...{ nodeVersion, serverVersion, codecKeyIds: facts.codecKeyIds },
      ...{ closeStatus: facts.closeStatus, eventCount: facts.eventCount },
      ...{ suite: suiteOfArea(cycle.areaId).id, ...kept, archivedAt: clock.now() },
      ...{ verdict: fault === null ? 'replayed' : 'failed', fault: fault === null ? null : faultText(fault) },
    };
    return [row];
  });
}
