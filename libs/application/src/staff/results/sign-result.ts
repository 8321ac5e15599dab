import { Refusal } from '@kaoji/domain';
import type { Clock } from '../../ports/gateways.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { onceFor } from '../access/idempotency.js';
import type { Done } from '../collect/close-collection.js';
import { demandOwn } from '../collect/own-evidence.js';
import { findAppraisal } from '../find.js';

/**
 * The appraisee signs the written result, or refuses to, with an opinion if they have one. Refuses
 * `RESULT_NOT_READY`, `ALREADY_SIGNED`, `NOT_FOUND`, `FORBIDDEN` (somebody else's result).
 */
export async function signResult(
  deps: { readonly transactions: Transactions; readonly clock: Clock },
  actor: Actor,
  input: {
    readonly appraisalId: string;
    readonly signed: boolean;
    readonly opinion?: string | undefined;
    readonly key: string;
  },
): Promise<Done> {
  const { appraisalId, signed, opinion, key } = input;
  const request = { appraisalId, signed, opinion };
  return deps.transactions.run((stores) =>
    onceFor<Done>(stores, actor, { verb: 'sign', key, request }, async () => {
      const { appraisal, cycle } = await findAppraisal(stores, appraisalId);
      demandOwn(actor, appraisal, cycle.areaId);
      if (appraisal.notifiedAt === null) {
        throw new Refusal('RESULT_NOT_READY', 'The result is signed once it was notified.');
      }
      if ((await stores.decisions.signature(appraisalId)) !== null) {
        throw new Refusal('ALREADY_SIGNED', 'This result is signed already.');
      }
      const signedAt = deps.clock.now();
      await stores.decisions.insertSignature({ appraisalId, signed, opinion: opinion ?? null, signedAt });
      return { done: true };
    }),
  );
}
