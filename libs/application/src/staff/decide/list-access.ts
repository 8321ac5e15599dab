import type { ApprovalSnapshot } from '../../ports/approvals.js';
import type { Instant } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { forbidden, holds } from '../access/permissions.js';
import type { FoundCycle } from '../find.js';

/**
 * Lets somebody read a unit's list: by role, or because they have to do with its approval, for themself or as a
 * standing deputy (a seat, a delegation, a copy). Refuses `FORBIDDEN`.
 */
export async function demandReader(
  stores: Stores,
  actor: Actor,
  cycle: FoundCycle,
  unitId: string,
  now: Instant,
): Promise<void> {
  if (holds(actor, 'list.read', { areaId: cycle.areaId, unitId })) return;
  const snapshot = await stores.approvals.latestOf(cycle.id, unitId);
  if (snapshot === null) throw forbidden();
  const involved = involvedIn(snapshot);
  if (involved.has(actor.accountId)) return;
  const principals = await stores.approvals.principalsOf(actor.accountId, now);
  if (principals.some(({ principal }) => involved.has(principal))) return;
  const acts = await stores.approvals.actsOf(cycle.id, unitId);
  const copied = acts.some(({ verb, target }) => verb === 'cc' && target.to?.includes(actor.accountId));
  if (!copied) throw forbidden();
}

function involvedIn({ stand }: ApprovalSnapshot): ReadonlySet<string> {
  return new Set([...stand.seats.map(({ holder }) => holder), ...stand.tasks.map(({ account }) => account)]);
}
