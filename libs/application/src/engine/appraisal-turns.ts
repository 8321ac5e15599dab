import type { Appraisal, AppraisalStatus } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import { findAppraisal, findCycle } from '../staff/find.js';
import { consequencesWait, nothingWaitsFor } from '../waiting/cases-wait.js';
import { reportIsIn } from '../waiting/duty-reports-wait.js';
import { projectMarking } from '../waiting/marks-wait.js';
import type { AppraisalKey, EngineDeps } from './engine-deps.js';
import { closeResults } from './result-tasks.js';
import { rewriteSheet } from './survey-sheet.js';

/** Shows that what hurts now waits for a named person. */
export async function openConfirmation(deps: EngineDeps, { appraisalId }: AppraisalKey): Promise<void> {
  await turnOnce(deps, appraisalId, 'awaiting_confirmation', async (stores, appraisal) =>
    consequencesWait(stores, await findCycle(stores, appraisal.cycleId), appraisal, deps.clock.now()),
  );
}

/** Closes the appraisal of somebody who left; residents are not asked about them any more. */
export async function recordDeparture(deps: EngineDeps, { appraisalId }: AppraisalKey): Promise<void> {
  await turnOnce(deps, appraisalId, 'left', async (stores, appraisal) => {
    await rewriteSheet(deps, stores, appraisal);
    const now = deps.clock.now();
    await nothingWaitsFor(stores, appraisalId, now);
    await closeResults(stores, [appraisalId], now);
    await reportIsIn(stores, appraisal, now);
    await projectMarking(stores, appraisal, null, now);
  });
}

/** Freezes whatever was proposed: nothing takes effect while the result is contested. */
export async function freezeForContest(
  deps: EngineDeps,
  { appraisalId }: AppraisalKey & { readonly contestId: string },
): Promise<void> {
  await turnOnce(deps, appraisalId, 'contested', async (stores) => {
    const rows = await stores.decisions.currentConsequences([appraisalId]);
    const proposed = rows.filter(({ state }) => state === 'proposed');
    const frozenAt = deps.clock.now();
    if (proposed.length === 0) return;
    await stores.decisions.appendConsequences(
      proposed.map((row) => ({ ...row, state: 'frozen', decidedAt: frozenAt, version: row.version + 1 })),
    );
  });
}

async function turnOnce(
  { transactions }: EngineDeps,
  appraisalId: string,
  status: AppraisalStatus,
  also: (stores: Stores, appraisal: Appraisal) => Promise<void> = async () => {},
): Promise<void> {
  await transactions.run(async (stores) =>
    stores.effects.once(`turn/${appraisalId}/${status}`, async () => {
      const { appraisal } = await findAppraisal(stores, appraisalId);
      await stores.appraisals.advance(appraisalId, appraisal.version, { status });
      await also(stores, appraisal);
    }),
  );
}
