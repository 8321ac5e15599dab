import { ROLES, type Account, type Appraisal, type MarkRequest, type Role } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import type { Rulebook } from '@kaoji/domain';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { everyAppraisal } from '../every-appraisal.js';
import { findCycle } from '../find.js';
import { wrongState } from '../plan/consult.js';
import { insertNewRequests } from './insert-new-requests.js';
import { markingRoles, partsMarkedBy } from './marked-part.js';
import type { RequestMarksDeps } from './request-marks.js';

/**
 * Asks everybody who holds a marking role in a unit to mark everybody of that unit, never themself; may be
 * repeated when people or roles were added. Where a survey went to the panel, its stand-in role is asked too.
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
    const requests = appraisals.flatMap((appraisal) =>
      markingRoles(rulebook).flatMap((role) =>
        (holders.get(`${appraisal.unitId}/${role}`) ?? [])
          .filter((rater) => rater.personId !== appraisal.personId)
          .flatMap((rater) =>
            requestsOf(rulebook, appraisal, role, rater, handedOver.has(appraisal.communityId)),
          ),
      ),
    );
    return { assigned: await insertNewRequests(stores, cycleId, requests) };
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
