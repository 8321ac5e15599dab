import type { ArchivedRun } from '../ports/archived-runs.js';
import type { ClosedRun } from '../ports/archiving.js';
import type { Instant } from '../ports/records.js';
import type { GapDeps } from './archive-deps.js';
import { notArchived } from './archive-page.js';
import { cycleOfFlow, readCycles } from './our-cycles.js';

/** A closed run that is not in the archive; at `forgottenAt` the server no longer has it. */
export type ArchiveGap = ClosedRun & {
  readonly cycleId: string;
  readonly areaId: string;
  readonly forgottenAt: Instant;
  readonly near: boolean;
};
export type ArchiveState = {
  readonly at: Instant;
  readonly retentionMs: number;
  readonly closed: number; // runs the server has that ended
  readonly gaps: readonly ArchiveGap[]; // the first to be forgotten first
  readonly failed: readonly (ArchivedRun & { readonly areaId: string })[]; // replays that parted from their history
};

/** Within the last third of its retention a gap is near: a sweep has run hundreds of times by then. */
const NEAR_SHARE = 3;

/** What is not proved, of the areas asked for: closed runs outside the archive, and those inside it whose replay failed. */
export async function archiveState(
  { transactions, clock, closedRuns }: GapDeps,
  covers: (areaId: string) => boolean = () => true,
): Promise<ArchiveState> {
  const cycles = new Map([...(await readCycles(transactions))].filter(([, { areaId }]) => covers(areaId)));
  const [retentionMs, failed] = await Promise.all([
    closedRuns.retentionMs(),
    transactions.read(async ({ archivedRuns }) => archivedRuns.failed()),
  ]);
  const at = clock.now();
  const gaps: ArchiveGap[] = [];
  let closed = 0;
  for (let page: string | null = null; ;) {
    const { runs, next } = await closedRuns.page(page);
    const ours = runs.filter(({ workflowId }) => cycleOfFlow(cycles, workflowId) !== undefined);
    closed += ours.length;
    for (const run of await notArchived({ transactions }, ours)) {
      const cycle = cycleOfFlow(cycles, run.workflowId);
      if (cycle === undefined) continue;
      const forgottenAt = run.closedAt + retentionMs;
      const near = forgottenAt - at < retentionMs / NEAR_SHARE;
      gaps.push({ ...run, cycleId: cycle.id, areaId: cycle.areaId, forgottenAt, near });
    }
    if (next === null) break;
    page = next;
  }
  const areas = new Map([...cycles.values()].map(({ id, areaId }) => [id, areaId]));
  return {
    ...{ at, retentionMs, closed },
    gaps: gaps.toSorted((a, b) => a.forgottenAt - b.forgottenAt || (a.runId < b.runId ? -1 : 1)),
    failed: failed.flatMap((run) => {
      const areaId = areas.get(run.cycleId);
      return areaId === undefined ? [] : [{ ...run, areaId }];
    }),
  };
}
