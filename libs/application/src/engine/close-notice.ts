import { noticeStanding } from '@kaoji/domain';
import type { AnsweredObjection, NoticePage } from '../ports/notices.js';
import type { Stores } from '../ports/stores.js';
import { answerersOf, projectObjections } from '../staff/notice/notice-tasks.js';
import { writeToStaff } from '../waiting/write-to-staff.js';
import { cycleContext, moveUnit } from './cycle-context.js';
import { openCorrection } from './end-collection.js';
import type { EngineDeps, UnitRound } from './engine-deps.js';

/** What the flow hears when it thinks that a notice is over. */
export type ClosedNotice =
  | { readonly state: 'running'; readonly leftMs: number }
  | { readonly state: 'answering'; readonly open: number }
  | { readonly state: 'reopened'; readonly appraisals: readonly string[] }
  | { readonly state: 'final' };

/**
 * Ends a notice if its stored end has passed by this machine's clock, too: the names go from the public page, and no objection is taken
 * any more. Its list is final once every objection is answered; an upheld one re-opens exactly what it touches. Repeatable.
 */
export async function closeNotice(
  deps: EngineDeps,
  key: UnitRound & { readonly noticeId: string },
): Promise<ClosedNotice> {
  return deps.transactions.run(async (stores) => {
    const { notices } = stores;
    const page = await notices.page(key.noticeId);
    if (page === null) throw new Error(`no notice ${key.noticeId}`);
    const now = deps.clock.now();
    const standing = noticeStanding({ endsAt: page.endsAt, now }, []);
    if (standing.state === 'running') return standing;
    // First: whoever objects at this moment is in before it, or refused by the database.
    await notices.end(page.id, now);
    return settle(deps, stores, key, page, await notices.objectionsOf(page.id));
  });
}

async function settle(
  deps: EngineDeps,
  stores: Stores,
  key: UnitRound,
  page: NoticePage,
  objections: readonly AnsweredObjection[],
): Promise<ClosedNotice> {
  const now = deps.clock.now();
  const standing = noticeStanding(
    { endsAt: page.endsAt, now: Math.max(now, page.endsAt) },
    objections.map(({ answer }) => ({ verdict: answer?.verdict ?? 'open' })),
  );
  const context = await cycleContext(deps, stores, page.cycleId);
  if (standing.state === 'answering') {
    await projectObjections(stores, context, page, objections, now);
    // The notice is over and its list stands still until they have answered.
    await writeToStaff(stores, context, await answerersOf(stores, context, page), now);
    return standing;
  }
  const appraisals = [...new Set(objections.flatMap(({ answer }) => answer?.touched ?? []))].sort();
  const outcome = standing.state === 'reopened' ? 'reopened' : 'final';
  if (await stores.notices.settle(page.id, outcome)) {
    await projectObjections(stores, context, page, objections, now);
    if (outcome === 'reopened') {
      const { cycleId, unitId, round } = page;
      await stores.notices.insertReopened(
        appraisals.map((appraisalId) => ({ cycleId, unitId, round, appraisalId })),
      );
      await moveUnit(stores, key, { state: 'collecting', collectionClosesAt: null });
      await openCorrection(stores, key, now);
    }
  }
  return outcome === 'reopened' ? { state: 'reopened', appraisals } : { state: 'final' };
}
