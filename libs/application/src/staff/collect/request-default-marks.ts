import { ROLES, type Account, type Appraisal, type MarkRequest, type Role } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import { conflictOf, type AppraiseeTies, type Rulebook } from '@kaoji/domain';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { panelPart, panelParts } from '../panels/panel-rules.js';
import { seatPanels } from '../panels/seat-panels.js';
import { sitter, tiesOf } from '../panels/ties.js';
import { everyAppraisal } from '../every-appraisal.js';
import { findCycle } from '../find.js';
import { wrongState } from '../plan/consult.js';
import { insertNewRequests } from './insert-new-requests.js';
import { markingRoles, partsMarkedBy } from './marked-part.js';
import type { RequestMarksDeps } from './request-marks.js';

/**
 * Asks everybody who holds a marking role in a unit to mark everybody of that unit, never themself; may be
 * repeated when people or roles were added. A part with a panel is marked by those who sit there, and nobody else. Where a survey went to the panel, its stand-in role is asked too.
 * Refuses `CYCLE_STATE`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function requestDefaultMarks(
  deps: RequestMarksDeps,
  actor: Actor,
  cycleId: string,
): Promise<{ readonly assigned: number }> {
  return deps.transactions.run(async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    demand(actor, 'cycle.plan', { areaId: cycle.areaId, unitId: 'whole_area' });
    if (cycle.state === 'closed') throw wrongState(cycle.state, 'open');
    const rulebook = await deps.rulebooks.take(stores, cycle.rulebookHash);
    const appraisals = (await everyAppraisal(stores, cycleId)).filter(({ status }) => status !== 'left');
    const handedOver = new Set(
      (await stores.surveys.campaignsOf(cycleId))
        .filter(({ state }) => state === 'closed_to_panel')
        .map(({ communityId }) => communityId),
    );
    const holders = await holdersByUnit(stores, rulebook, cycle.areaId, appraisals);
    const now = deps.clock.now();
    const ties = await tiesOf(stores, appraisals);
    const inPanels = await seatPanels(stores, {
      ...{ cycleId, rulebook, appraisals, ties, by: actor.accountId, at: now },
      holdersOf: (unitId, role) => holders.get(`${unitId}/${role}`) ?? [],
    });
    const alone = appraisals.flatMap((appraisal) =>
      markingRoles(rulebook).flatMap((role) =>
        (holders.get(`${appraisal.unitId}/${role}`) ?? [])
          .filter((rater) => rater.personId !== appraisal.personId)
          .flatMap((rater) =>
            requestsOf(rulebook, appraisal, role, rater, handedOver.has(appraisal.communityId)),
          )
          .filter((request) => panelPart(rulebook, request.part, request.role) === null),
      ),
    );
    const requests = [
      ...inPanels,
      ...withoutConflicts(alone, appraisals, holders, panelRoles(rulebook), ties),
    ];
    return { assigned: await insertNewRequests(stores, cycleId, requests, appraisals, now) };
  });
}

async function holdersByUnit(
  stores: Stores,
  rulebook: Rulebook,
  areaId: string,
  appraisals: readonly Appraisal[],
): Promise<ReadonlyMap<string, readonly Account[]>> {
  const holders = new Map<string, readonly Account[]>();
  const roles = markingRoles(rulebook).filter(isRole);
  for (const unitId of new Set(appraisals.map((appraisal) => appraisal.unitId))) {
    for (const role of roles) {
      holders.set(`${unitId}/${role}`, await stores.accounts.holdersOf(role, areaId, unitId));
    }
  }
  return holders;
}

function panelRoles(rulebook: Rulebook): ReadonlySet<string> {
  return new Set(
    panelParts(
      rulebook,
      rulebook.posts.map(({ code }) => code),
    ).map(({ role }) => role),
  );
}

/** Whoever sits in panels stands aside in the same way where the role stands in for the residents. */
function withoutConflicts(
  requests: readonly MarkRequest[],
  appraisals: readonly Appraisal[],
  holders: ReadonlyMap<string, readonly Account[]>,
  roles: ReadonlySet<string>,
  ties: (appraisal: Appraisal) => AppraiseeTies,
): readonly MarkRequest[] {
  const byId = new Map(appraisals.map((appraisal) => [appraisal.id, appraisal]));
  const accounts = new Map([...holders.values()].flat().map((account) => [account.id, account]));
  return requests.filter(({ appraisalId, role, raterId }) => {
    const [appraisal, account] = [byId.get(appraisalId), accounts.get(raterId)];
    if (!roles.has(role) || appraisal === undefined || account === undefined) return true;
    return conflictOf(sitter(account), ties(appraisal)) === null;
  });
}

function isRole(role: string): role is Role {
  return (ROLES as readonly string[]).includes(role);
}

/** With one post the request names none: the part is marked once. */
function requestsOf(
  rulebook: Rulebook,
  appraisal: Appraisal,
  role: string,
  rater: Account,
  handedOver: boolean,
): MarkRequest[] {
  const dual = appraisal.posts.length > 1;
  return partsMarkedBy(rulebook, appraisal.posts, role)
    .filter(({ standsIn }) => handedOver || !standsIn)
    .map(({ part, post }) => ({
      appraisalId: appraisal.id,
      part,
      post: dual ? post : null,
      role,
      raterId: rater.id,
    }));
}
