import { Refusal } from '@kaoji/domain';
import { cycleContext } from '../../engine/cycle-context.js';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import type { Done } from '../collect/close-collection.js';
import { demandOwn } from '../collect/own-evidence.js';
import { findAppraisal } from '../find.js';
import { askWorkflow, type AskDeps } from '../messages/ask-workflow.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { recordDeliveries } from './delivery/record-deliveries.js';

/**
 * The appraisee signs the written result, or refuses to, with an opinion if they have one. Whoever does either has
 * it in their hands: a result that was still on its way is delivered by it. Refuses `RESULT_NOT_READY`,
 * `ALREADY_SIGNED`, `NOT_FOUND`, `FORBIDDEN` (somebody else's result).
 */
export async function signResult(
  deps: AskDeps & { readonly rulebooks: RulebookShelf },
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
  return askWorkflow<Done>(deps, actor, { verb: 'sign', key, request }, async (stores) => {
    const { appraisal, cycle } = await findAppraisal(stores, appraisalId);
    demandOwn(actor, appraisal, cycle.areaId);
    if ((await stores.decisions.signature(appraisalId)) !== null) {
      throw new Refusal('ALREADY_SIGNED', 'This result is signed already.');
    }
    const signedAt = deps.clock.now();
    const way = signed ? 'signed' : 'received';
    const own = { way, deliveredBy: actor.accountId, witnesses: [], reference: null } as const;
    const context = await cycleContext(deps, stores, cycle.id);
    const results =
      appraisal.notifiedAt === null
        ? await recordDeliveries(stores, context, [appraisal], own, signedAt)
        : [];
    await stores.decisions.insertSignature({ appraisalId, signed, opinion: opinion ?? null, signedAt });
    return {
      message: {
        ...{ kind: 'deliver_results', cycleKey: cycle.key, updateId: messageId(actor, key), results },
      },
      answer: { done: true },
    };
  });
}
