import { Refusal } from '@kaoji/domain';
import type { Talk } from '../../ports/plans.js';
import type { Actor } from '../access/actor.js';
import { onceFor } from '../access/idempotency.js';
import { demand } from '../access/permissions.js';
import { findAppraisal } from '../find.js';
import { civilDay } from './civil-today.js';
import { enterRecordedAct } from './enter-recorded-act.js';
import type { PlanDeps } from './set-plan.js';
import { demandImpartial } from './stand-aside.js';

export type TalkInput = Pick<Talk, 'appraisalId' | 'kind' | 'heldOn' | 'summary'> & {
  readonly reply?: string | undefined;
  readonly key: string;
};

/**
 * A named person records a talk they held, with what the person said to it. Refuses `DOCUMENT_DATE_INVALID`
 * (in the future), `OWN_LIST`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function recordTalk(
  deps: Omit<PlanDeps, 'rulebooks'>,
  actor: Actor,
  input: TalkInput,
): Promise<{ readonly talkId: string }> {
  const { key, reply, ...request } = input;
  return deps.transactions.run((stores) =>
    onceFor(stores, actor, { verb: 'talk', key, request: { ...request, reply } }, async () => {
      const { appraisal, cycle } = await findAppraisal(stores, input.appraisalId);
      demand(actor, 'plan.follow', { areaId: cycle.areaId, unitId: appraisal.unitId });
      await demandImpartial(stores, actor, appraisal);
      const recordedAt = deps.clock.now();
      if (input.heldOn > civilDay(recordedAt)) {
        throw new Refusal('DOCUMENT_DATE_INVALID', 'A talk is recorded once it was held.');
      }
      const talkId = deps.ids.next();
      const by = actor.accountId;
      const talk = { ...request, id: talkId, reply: reply ?? null, heldBy: by, recordedBy: by, recordedAt };
      await stores.plans.insertTalk(talk);
      const effect = input.kind === 'admonition' ? 'admonition' : 'reminder_talk';
      await enterRecordedAct(
        stores,
        { cycle, appraisal, by, at: recordedAt },
        {
          id: talkId,
          effect,
          params: { talkId, heldOn: input.heldOn },
        },
      );
      return { talkId };
    }),
  );
}
