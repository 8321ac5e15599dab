import type { Clock } from '../../ports/gateways.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { onceFor } from '../access/idempotency.js';
import { demand, holds } from '../access/permissions.js';
import type { Done } from '../collect/close-collection.js';
import { findAppraisal, notFound } from '../find.js';
import { leaveForTie } from '../panels/declare-interest.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';

/**
 * Records that an account belongs to a relative of an appraisee, who from now on stands aside in their matters.
 * People say it of themselves; HR say it of anybody. It is not taken back. Refuses `NOT_FOUND`, `FORBIDDEN`.
 */
export async function recordKin(
  deps: { readonly transactions: Transactions; readonly clock: Clock; readonly rulebooks: RulebookShelf },
  actor: Actor,
  input: { readonly appraisalId: string; readonly accountId: string; readonly key: string },
): Promise<Done> {
  const { appraisalId, accountId, key } = input;
  return deps.transactions.run((stores) =>
    onceFor<Done>(stores, actor, { verb: 'kin', key, request: { appraisalId, accountId } }, async () => {
      const { appraisal, cycle } = await findAppraisal(stores, appraisalId);
      const scope = { areaId: cycle.areaId, unitId: appraisal.unitId };
      const own = accountId === actor.accountId && holds(actor, 'kin.record', scope);
      if (!own) demand(actor, 'cycle.plan', scope);
      if ((await stores.accounts.byId(accountId)) === null) throw notFound('account');
      const recordedBy = actor.accountId;
      const recordedAt = deps.clock.now();
      await stores.contests.recordKin({ personId: appraisal.personId, accountId, recordedBy, recordedAt });
      const tie = { appraisal, accountId, cause: 'relative', at: recordedAt } as const;
      await leaveForTie(stores, deps.rulebooks, tie);
      return { done: true };
    }),
  );
}
