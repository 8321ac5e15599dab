import { Refusal } from '@kaoji/domain';
import type { Clock, Ids } from '../../ports/gateways.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { onceFor } from '../access/idempotency.js';
import { demand } from '../access/permissions.js';
import type { Done } from '../collect/close-collection.js';
import { findAppraisal } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { knownNow, type ConfirmationInput } from './confirm-consequences.js';
import { decide, demandKnown, isOpen } from './decide-consequences.js';
import { enterLedger } from './enter-ledger.js';
import { keepingAttempts } from './refused-attempts.js';
import { demandImpartial } from './stand-aside.js';

/**
 * A named person decides, after the record, what an office may do (end a contract, refer an elected member):
 * thirty days' notice and the union's word take longer than an appraisal lives. The flow has ended by then,
 * so the ledger is told here. Refuses as `confirmConsequences` does.
 */
export async function decideLater(
  deps: {
    readonly transactions: Transactions;
    readonly clock: Clock;
    readonly ids: Ids;
    readonly rulebooks: RulebookShelf;
  },
  actor: Actor,
  input: ConfirmationInput,
): Promise<Done> {
  const { key, ...request } = input;
  return keepingAttempts(deps, actor, input, () =>
    deps.transactions.run((stores) =>
      onceFor<Done>(stores, actor, { verb: 'decide-later', key, request }, async () => {
        const { appraisal, cycle } = await findAppraisal(stores, input.appraisalId);
        demand(actor, 'consequence.confirm', { areaId: cycle.areaId, unitId: appraisal.unitId });
        await demandImpartial(stores, actor, appraisal);
        if (appraisal.status !== 'recorded') {
          const { status } = appraisal;
          throw new Refusal('STAGE_NOT_OPEN', 'This is decided once the appraisal is recorded.', { status });
        }
        const rows = await stores.decisions.currentConsequences([appraisal.id]);
        const open = rows.filter((row) => isOpen(row) && row.force === 'may');
        if (open.length === 0) throw new Refusal('NOTHING_TO_CONFIRM', 'Nothing is left to decide here.');
        demandKnown(open, input);
        const { known, rulebook, at } = await knownNow(deps, stores, appraisal);
        const decided = decide(open, { choice: input, rulebook, known, by: actor.accountId, at });
        await stores.decisions.appendConsequences(decided);
        await enterLedger(stores, { cycle, appraisal, by: actor.accountId, at });
        return { done: true };
      }),
    ),
  );
}
