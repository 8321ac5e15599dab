import { Refusal, touchedBy, type QuotaSheet, type Touch } from '@kaoji/domain';
import type { NoticePage, Objection, ObjectionAnswer } from '../../ports/notices.js';
import type { Stores } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import type { Done } from '../collect/close-collection.js';
import { askWorkflow, type AskDeps } from '../messages/ask-workflow.js';
import { demandNotices, findObjection } from './find-notice.js';
import { projectObjections } from './notice-tasks.js';

export type ObjectionAnswerInput = {
  readonly objectionId: string;
  readonly verdict: ObjectionAnswer['verdict'];
  readonly reason: string;
  /** Of an upheld one: what it touches. */
  readonly touch?: Touch | undefined;
  readonly key: string;
};

/**
 * A named person answers an objection with a reason, once. An upheld one re-opens exactly what it touches as soon as the notice has been
 * shown for its whole period. The answer is a row first; the message to the flow follows. Refuses `ALREADY_ANSWERED`, `TOUCHED_UNKNOWN`,
 * `OWN_LIST` (whoever is on the list stands aside), `NOT_FOUND`, `FORBIDDEN`.
 */
export async function answerObjection(
  deps: AskDeps,
  actor: Actor,
  input: ObjectionAnswerInput,
): Promise<Done> {
  const { key, ...request } = input;
  return askWorkflow<Done>(deps, actor, { verb: 'answer-objection', key, request }, async (stores) => {
    const { objection, answer: before, page } = await findObjection(stores, input.objectionId);
    const cycle = await demandNotices(stores, actor, 'objection.answer', page);
    if (before !== null) {
      throw new Refusal('ALREADY_ANSWERED', 'Somebody has answered this objection already.');
    }
    const answeredAt = deps.clock.now();
    const { touch, touched } = await touchedOf(stores, page, objection, input);
    const { verdict, reason } = input;
    const answer: ObjectionAnswer = {
      ...{ objectionId: objection.id, verdict, reason, touch, touched },
      ...{ answeredBy: actor.accountId, answeredAt },
    };
    await stores.notices.insertAnswer(answer);
    await projectObjections(stores, { cycle }, page, [{ objection, answer }], answeredAt);
    const updateId = messageId(actor, key);
    const { unitId } = page;
    return {
      message: {
        ...{ kind: 'objection_answered', cycleKey: cycle.key, unitId, updateId },
        objectionId: objection.id,
      },
      answer: { done: true },
    };
  });
}

async function touchedOf(
  stores: Stores,
  { cycleId, unitId, round }: NoticePage,
  { about }: Objection,
  { verdict, touch }: ObjectionAnswerInput,
): Promise<Pick<ObjectionAnswer, 'touch' | 'touched'>> {
  if (verdict === 'dismissed') return { touch: null, touched: [] };
  const named: Touch | null = touch ?? (about === null ? null : { kind: 'evidence', appraisals: [about] });
  const beside = named?.kind === 'evidence' && about !== null && named.appraisals.some((id) => id !== about);
  if (named === null || beside) {
    throw new Refusal('TOUCHED_UNKNOWN', 'An upheld objection re-opens what it is about, and nothing else.');
  }
  const stored = await stores.results.quotaSheet(cycleId, unitId);
  const sheet = stored === null ? null : (JSON.parse(stored.body) as QuotaSheet);
  const line = { awarded: sheet?.awarded ?? [], displaced: sheet?.displaced ?? [] };
  const rows = await stores.results.evaluationsOfUnit(cycleId, unitId, round);
  const listed = rows.map(({ appraisalId }) => appraisalId);
  return { touch: named.kind, touched: touchedBy(named, line, listed) };
}
