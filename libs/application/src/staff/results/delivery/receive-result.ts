import { Refusal } from '@kaoji/domain';
import { cycleContext } from '../../../engine/cycle-context.js';
import type { Appraisal, Instant } from '../../../ports/records.js';
import type { Actor } from '../../access/actor.js';
import { messageId } from '../../access/idempotency.js';
import { demandOwn } from '../../collect/own-evidence.js';
import { findAppraisal } from '../../find.js';
import { askWorkflow, type AskDeps } from '../../messages/ask-workflow.js';
import type { RulebookShelf } from '../../plan/rulebook-shelf.js';
import { recordDeliveries } from './record-deliveries.js';

export type Received = { readonly deliveredAt: Instant; readonly contestUntil: Instant | null };

/**
 * The appraisee says that the written result is in their hands: from now on their time to contest counts, and they
 * read the result. Refuses `RESULT_NOT_READY`, `ALREADY_DELIVERED`, `NOT_FOUND`, `FORBIDDEN` (somebody else's).
 */
export async function receiveResult(
  deps: AskDeps & { readonly rulebooks: RulebookShelf },
  actor: Actor,
  { appraisalId, key }: { readonly appraisalId: string; readonly key: string },
): Promise<Received> {
  const keyed = { verb: 'receive', key, request: { appraisalId } };
  return askWorkflow<Received>(deps, actor, keyed, async (stores) => {
    const { appraisal, cycle } = await findAppraisal(stores, appraisalId);
    demandOwn(actor, appraisal, cycle.areaId);
    const context = await cycleContext(deps, stores, cycle.id);
    const deliveredAt = deps.clock.now();
    const own = { way: 'received', deliveredBy: actor.accountId, witnesses: [], reference: null } as const;
    const results = await recordDeliveries(stores, context, [appraisal], own, deliveredAt);
    return {
      message: {
        ...{ kind: 'deliver_results', cycleKey: cycle.key, updateId: messageId(actor, key), results },
      },
      answer: { deliveredAt, contestUntil: results[0]?.contestUntil ?? null },
    };
  });
}

/** Refuses what presupposes a delivered result: `RESULT_NOT_READY`, and `RESULT_NOT_RECEIVED` while it is on its way. */
export function demandReceived({ notifiedAt, status }: Pick<Appraisal, 'notifiedAt' | 'status'>): void {
  if (notifiedAt !== null) return;
  if (status === 'graded') {
    throw new Refusal('RESULT_NOT_RECEIVED', 'The written result is on its way: receive it first.');
  }
  throw new Refusal('RESULT_NOT_READY', 'There is no result yet.');
}
