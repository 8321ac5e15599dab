import { Refusal } from '@kaoji/domain';
import type { ApprovalVerb } from '@kaoji/domain/approval';
import { personsOnList } from '../../engine/plan-deliberation.js';
import type { Account, Instant } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand, forbidden, holds } from '../access/permissions.js';
import type { FoundCycle } from '../find.js';

export type ActPeople = {
  readonly verb: ApprovalVerb;
  readonly unitId: string;
  readonly onBehalfOf: string | null;
  readonly to: readonly string[];
};

/**
 * Whether these people may have to do with this act at all; whether it is their turn only the flow knows. Refuses
 * `FORBIDDEN`, `DEPUTY_NOT_VALID` (no standing deputy of that person now), `OWN_LIST` (whoever is on the list stands
 * aside), `ACCOUNT_UNKNOWN` (nobody who could sit here), `RECUSED` (that person is on the list).
 */
export async function demandActor(
  stores: Stores,
  actor: Actor,
  cycle: FoundCycle,
  act: ActPeople,
  now: Instant,
): Promise<void> {
  const { verb, unitId, onBehalfOf } = act;
  const scope = { areaId: cycle.areaId, unitId };
  if (verb === 'hand_over') demand(actor, 'cycle.plan', scope);
  else if (onBehalfOf === null) demand(actor, 'list.act', scope);
  else await demandDeputy(stores, actor, cycle, onBehalfOf, now);
  const listed = await personsOnList(stores, cycle.id, unitId);
  if (actor.personId !== null && listed.has(actor.personId)) {
    throw new Refusal('OWN_LIST', 'You are on this list yourself. Somebody else has to decide on it.');
  }
  // Whom a seat or a copy goes to; of a hand-over the first is whoever leaves.
  for (const id of verb === 'hand_over' ? act.to.slice(1) : act.to) {
    const account = await stores.accounts.byId(id);
    if (account === null || account.disabled || !holds(actorOf(account), 'list.act', scope)) {
      throw new Refusal('ACCOUNT_UNKNOWN', 'That is no account that could have to do with this list.');
    }
    if (account.personId !== null && listed.has(account.personId)) {
      throw new Refusal('RECUSED', 'That person is on this list and stands aside.');
    }
  }
}

async function demandDeputy(
  stores: Stores,
  actor: Actor,
  cycle: FoundCycle,
  principal: string,
  now: Instant,
): Promise<void> {
  if (!holds(actor, 'list.act', { areaId: cycle.areaId, unitId: 'any_unit' })) throw forbidden();
  const given = await stores.approvals.principalsOf(actor.accountId, now);
  if (given.some((deputy) => deputy.principal === principal)) return;
  throw new Refusal('DEPUTY_NOT_VALID', 'You are not the standing deputy of that person now.');
}

/** An account as somebody who acts. */
export function actorOf({ id: accountId, personId, grants }: Account): Actor {
  return { accountId, personId, grants };
}
