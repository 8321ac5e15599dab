import type { LocalText } from '@kaoji/domain';
import type { Clock } from '../../ports/gateways.js';
import type { Instant } from '../../ports/records.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { forbidden } from '../access/permissions.js';
import { findAppraisal, findCycleUnit } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { refuseUnlessCollecting } from './collection-window.js';
import { titleOfCode } from './marking-list.js';

export type MarkingFile = {
  readonly appraisalId: string;
  readonly posts: readonly LocalText[];
  readonly dutyReport: { readonly text: string; readonly submittedAt: Instant } | null;
  /** By period. */
  readonly routine: readonly { readonly period: string; readonly value: string }[];
};

/**
 * What somebody who is asked to mark a person reads beside the sheet, as long as marks may be given: the person's own report
 * and the routine record; never a mark. Refuses `FORBIDDEN` (not asked), `COLLECTION_CLOSED`, `NOT_FOUND`.
 */
export async function markingFile(
  deps: { readonly transactions: Transactions; readonly clock: Clock; readonly rulebooks: RulebookShelf },
  actor: Actor,
  appraisalId: string,
): Promise<MarkingFile> {
  return deps.transactions.read(async (stores) => {
    const { appraisal, cycle } = await findAppraisal(stores, appraisalId);
    const asked = await stores.marks.requestsFor(cycle.id, actor.accountId);
    if (!asked.some((request) => request.appraisalId === appraisalId)) throw forbidden();
    const unit = await findCycleUnit(stores, cycle.id, appraisal.unitId);
    if (unit.state !== 'planned') refuseUnlessCollecting(unit, deps.clock.now());
    const rulebook = await deps.rulebooks.take(stores, cycle.rulebookHash);
    const report = await stores.appraisals.latestDutyReport(appraisalId);
    const routine = await stores.marks.currentRoutineOfUnit(cycle.id, appraisal.unitId);
    return {
      appraisalId,
      posts: appraisal.posts.map((post) => titleOfCode(rulebook.posts, post)),
      dutyReport: report === null ? null : { text: report.text, submittedAt: report.submittedAt },
      routine: routine
        .filter((row) => row.appraisalId === appraisalId)
        .map(({ period, value }) => ({ period, value }))
        .sort((one, other) => (one.period < other.period ? -1 : 1)),
    };
  });
}
