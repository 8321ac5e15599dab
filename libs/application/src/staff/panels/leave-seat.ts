import { Refusal, replacementFor, type StandDownCause } from '@kaoji/domain';
import type { StandDownRow } from '../../ports/panels.js';
import type { Appraisal, Instant } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import { projectMarking } from '../../waiting/marks-wait.js';
import { refuseUnlessCollecting } from '../collect/collection-window.js';
import { insertNewRequests } from '../collect/insert-new-requests.js';
import type { FoundPanel } from './find-panel.js';
import { postsAsked } from './panel-rules.js';
import { sitter, tiesOf } from './ties.js';

type Leaving = {
  readonly raterId: string;
  readonly cause: StandDownCause;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly at: Instant;
};

/**
 * Takes a member off these appraisees, with their marks for them if any, and seats the next without a conflict in
 * their place: who, when, why and by whom stays on record. Refuses `PANEL_NOT_SEATED` and, when marks can no longer
 * be given, `COLLECTION_CLOSED`.
 */
export async function leaveSeats(
  stores: Stores,
  found: FoundPanel,
  appraisals: readonly Appraisal[],
  { raterId, cause, reason, decidedBy, at }: Leaving,
): Promise<readonly StandDownRow[]> {
  const { panel, cycle, unit, rulebook } = found;
  if (unit.state !== 'planned') refuseUnlessCollecting(unit, at);
  const seats = await stores.panels.seats(panel);
  const earlier = await stores.panels.stoodDown(panel.cycleId);
  const holders = await stores.accounts.holdersOf(found.part.role as never, cycle.areaId, panel.unitId);
  const byId = new Map(holders.map((account) => [account.id, sitter(account)]));
  const candidates = [...panel.members.flatMap((id) => byId.get(id) ?? []), ...byId.values()];
  const ties = await tiesOf(stores, appraisals);
  const { part, role } = panel;
  const rows = appraisals.map((appraisal): StandDownRow => {
    const sitting = seats.filter((one) => one.appraisalId === appraisal.id).map((one) => one.raterId);
    if (!sitting.includes(raterId)) throw notSeated();
    const gone = earlier.filter(
      (one) => one.appraisalId === appraisal.id && one.part === part && one.role === role,
    );
    const passed = new Set([...sitting, ...gone.map((one) => one.raterId)]);
    const replacedBy = replacementFor(candidates, ties(appraisal), passed);
    const seat = { appraisalId: appraisal.id, part, role, raterId };
    return { ...seat, cause, reason, replacedBy, decidedBy, decidedAt: at };
  });
  await stores.panels.standDown(rows);
  const requests = appraisals.flatMap((appraisal, index) => {
    const next = rows[index]?.replacedBy ?? null;
    const seat = { appraisalId: appraisal.id, part, role };
    return next === null
      ? []
      : postsAsked(rulebook, appraisal.posts, panel).map((post) => ({ ...seat, post, raterId: next }));
  });
  await insertNewRequests(stores, panel.cycleId, requests, appraisals, at);
  if (unit.state === 'collecting') await projectMarking(stores, unit, [raterId], at);
  return rows;
}

export function notSeated(): Refusal {
  return new Refusal('PANEL_NOT_SEATED', 'Nobody of that account sits in this panel for this person.');
}
