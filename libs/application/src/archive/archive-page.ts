import type { ClosedRun } from '../ports/archiving.js';
import { archiveRuns, type ArchivedCount, type RunOfCycle } from './archive-runs.js';
import type { ArchiveDeps } from './archive-deps.js';
import { cycleOfFlow, readCycles } from './our-cycles.js';

/** Runs whose packed histories are in memory at the same time, and that one start of a replay serves. */
const AT_A_TIME = 100;
/** One call ends after so many: what was done is written in the sweep's own history now and then. */
const A_CALL = 400;

export type SweptPage = ArchivedCount & { readonly next: string | null };

/**
 * Archives closed runs that are not archived yet, from a page of the server's list on; `next` is where to go on, null
 * when the list is through. Every closed run the server has is looked at each time, so none is forgotten by a
 * watermark that moved too far.
 */
export async function archivePage(
  deps: ArchiveDeps,
  input: { readonly page: string | null },
): Promise<SweptPage> {
  const cycles = await readCycles(deps.transactions);
  const sum = { archived: 0, failed: 0, left: 0 };
  let { page } = input;
  do {
    const { runs, next } = await deps.closedRuns.page(page);
    const fresh = (await notArchived(deps, runs)).flatMap((run): RunOfCycle[] => {
      const cycle = cycleOfFlow(cycles, run.workflowId);
      return cycle === undefined ? [] : [{ run, cycle }];
    });
    for (let from = 0; from < fresh.length; from += AT_A_TIME) {
      const done = await archiveRuns(deps, fresh.slice(from, from + AT_A_TIME));
      sum.archived += done.archived;
      sum.failed += done.failed;
      sum.left += done.left;
    }
    page = next;
  } while (page !== null && sum.archived < A_CALL);
  return { ...sum, next: page };
}

/** Those of the runs without a row. */
export async function notArchived(
  { transactions }: Pick<ArchiveDeps, 'transactions'>,
  runs: readonly ClosedRun[],
): Promise<readonly ClosedRun[]> {
  const known = await transactions.read(async ({ archivedRuns }) =>
    archivedRuns.known(runs.map(({ runId }) => runId)),
  );
  return runs.filter(({ runId }) => !known.has(runId));
}
