import type { Appraisal, AppraisalStatus } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import { findAppraisal } from '../staff/find.js';
import type { AppraisalKey, EngineDeps } from './engine-deps.js';
import { rewriteSheet } from './survey-sheet.js';

/** Shows that what hurts now waits for a named person. */
export async function openConfirmation(deps: EngineDeps, { appraisalId }: AppraisalKey): Promise<void> {
  await turnOnce(deps, appraisalId, 'awaiting_confirmation');
}

/** Closes the appraisal of somebody who left; residents are not asked about them any more. */
export async function recordDeparture(deps: EngineDeps, { appraisalId }: AppraisalKey): Promise<void> {
  await turnOnce(deps, appraisalId, 'left', async (stores, appraisal) =>
    rewriteSheet(deps, stores, appraisal),
  );
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
