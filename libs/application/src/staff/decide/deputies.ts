import { Refusal } from '@kaoji/domain';
import type { Clock, Ids } from '../../ports/gateways.js';
import type { Deputy } from '../../ports/approvals.js';
import { ROLES, type Instant } from '../../ports/records.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { onceFor } from '../access/idempotency.js';
import { forbidden, holds, holdsSomewhere } from '../access/permissions.js';
import { notFound } from '../find.js';
import { actorOf } from './act-people.js';
import { namedAccounts, type NamedAccount } from './named-accounts.js';

export type DeputyDeps = {
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly ids: Ids;
};
export type DeputyInput = {
  readonly deputy: string; // account
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  readonly reason?: string | undefined;
};
/** Deputies one has given, those one may act for now, whom one may make one, and names. */
export type Deputies = {
  readonly given: readonly Deputy[];
  readonly actsFor: readonly Deputy[];
  readonly possible: readonly NamedAccount[];
  readonly people: readonly NamedAccount[];
};

/**
 * Gives oneself a standing deputy (代理) between two instants. Refuses `DEPUTY_SPAN_INVALID` (ends before it begins, or
 * is over already), `ACCOUNT_UNKNOWN` (nobody who could decide in one's areas), `FORBIDDEN` (one decides nothing oneself).
 */
export async function giveDeputy(
  { transactions, clock, ids }: DeputyDeps,
  actor: Actor,
  { key, ...input }: DeputyInput & { readonly key: string },
): Promise<{ readonly id: string }> {
  return transactions.run((stores) =>
    onceFor(stores, actor, { verb: 'deputy', key, request: input }, async () => {
      if (!holdsSomewhere(actor, 'list.act')) throw forbidden();
      const givenAt = clock.now();
      if (input.untilAt <= input.fromAt || input.untilAt <= givenAt) {
        throw new Refusal('DEPUTY_SPAN_INVALID', 'A deputy begins before it ends, and ends in the future.');
      }
      await demandPossible(stores, actor, input.deputy);
      const { deputy, fromAt, untilAt, reason } = input;
      const row = { id: ids.next(), principal: actor.accountId, deputy, fromAt, untilAt };
      await stores.approvals.insertDeputy({ ...row, reason: reason ?? null, givenAt, endedAt: null });
      return { id: row.id };
    }),
  );
}

/** Takes one's deputy back before its time; again is no fault. Refuses `NOT_FOUND` (also for somebody else's). */
export async function endDeputy(
  { transactions, clock }: DeputyDeps,
  actor: Actor,
  id: string,
): Promise<{ readonly done: true }> {
  return transactions.run(async (stores) => {
    const found = await stores.approvals.deputy(id);
    if (found?.principal !== actor.accountId) throw notFound('deputy of yours');
    await stores.approvals.endDeputy(id, clock.now());
    return { done: true };
  });
}

/** One's own deputies, and whom one may act for now. */
export async function viewDeputies({ transactions, clock }: DeputyDeps, actor: Actor): Promise<Deputies> {
  return transactions.read(async (stores) => {
    const given = await stores.approvals.deputiesOf(actor.accountId);
    const actsFor = await stores.approvals.principalsOf(actor.accountId, clock.now());
    const accounts = [...given, ...actsFor].flatMap(({ principal, deputy }) => [principal, deputy]);
    const possible = await namedAccounts(stores, await possibleDeputies(stores, actor));
    return { given, actsFor, possible, people: await namedAccounts(stores, accounts) };
  });
}

/** Who could decide where the actor can: in the unit of each grant, or the whole area of one that is not of a unit. */
async function possibleDeputies(stores: Stores, actor: Actor): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const grant of actor.grants) {
    const deciding = ROLES.filter((role) =>
      holds({ ...actor, grants: [{ ...grant, role }] }, 'list.act', {
        areaId: grant.areaId,
        unitId: 'any_unit',
      }),
    );
    if (!deciding.includes(grant.role)) continue;
    for (const role of deciding) {
      for (const { id } of await stores.accounts.holdersOf(role, grant.areaId, grant.unitId)) found.add(id);
    }
  }
  found.delete(actor.accountId);
  return [...found];
}

async function demandPossible(stores: Stores, actor: Actor, deputy: string): Promise<void> {
  const account = await stores.accounts.byId(deputy);
  const areas = actor.grants.map(({ areaId }) => areaId);
  const possible =
    account !== null &&
    !account.disabled &&
    account.id !== actor.accountId &&
    areas.some((areaId) => holds(actorOf(account), 'list.act', { areaId, unitId: 'any_unit' }));
  if (possible) return;
  throw new Refusal('ACCOUNT_UNKNOWN', 'That is no other account that could decide in your areas.');
}
