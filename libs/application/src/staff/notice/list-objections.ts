import { resultChanges, type PersonEvaluation, type ResultChange, type RoundResult } from '@kaoji/domain';
import type { AnsweredObjection, NoticePage, ObjectionKeys, ObjectionText } from '../../ports/notices.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demandNotices } from './find-notice.js';

export type ShownObjection = Omit<AnsweredObjection['objection'], 'sealed'> &
  ObjectionText & {
    readonly round: number;
    readonly answer: Omit<NonNullable<AnsweredObjection['answer']>, 'objectionId'> | null;
    /** Of an upheld one, once the list was composed again: what the next round says, beside what this one said. */
    readonly changes: readonly ResultChange[];
  };

/**
 * The objections to a unit's notices, opened, with their answers and with what came of those that were upheld. Refuses `OWN_LIST`,
 * `NOT_FOUND`, `FORBIDDEN`, `OBJECTION_SEALED_WRONG`.
 */
export async function listObjections(
  deps: { readonly transactions: Transactions; readonly objectionKeys: ObjectionKeys },
  actor: Actor,
  cycleId: string,
  unitId: string,
): Promise<readonly ShownObjection[]> {
  const found = await deps.transactions.read(async (stores) => {
    await demandNotices(stores, actor, 'objection.answer', { cycleId, unitId });
    const all = [];
    for (const page of await stores.notices.pagesOf(cycleId, unitId)) {
      const changes = await changesAfter(stores, page);
      for (const one of await stores.notices.objectionsOf(page.id)) all.push({ ...one, page, changes });
    }
    return all;
  });
  return Promise.all(
    found.map(async ({ objection, answer, page, changes }): Promise<ShownObjection> => {
      const { sealed, ...rest } = objection;
      const { objectionId: _id, ...said } = answer ?? { objectionId: '' };
      return {
        ...rest,
        ...(await deps.objectionKeys.open(page, sealed)),
        round: page.round,
        answer: answer === null ? null : (said as Omit<typeof answer, 'objectionId'>),
        changes: answer?.verdict === 'upheld' ? changes : [],
      };
    }),
  );
}

async function changesAfter(
  stores: Stores,
  { cycleId, unitId, round, outcome }: NoticePage,
): Promise<readonly ResultChange[]> {
  if (outcome !== 'reopened') return [];
  const after = await resultsOf(stores, cycleId, unitId, round + 1);
  if (after.length === 0) return [];
  const before = await resultsOf(stores, cycleId, unitId, round);
  return resultChanges(before, after, await stores.notices.reopened(cycleId, unitId, round));
}

async function resultsOf(
  stores: Stores,
  cycleId: string,
  unitId: string,
  round: number,
): Promise<readonly RoundResult[]> {
  return (await stores.results.evaluationsOfUnit(cycleId, unitId, round)).map(({ body }) => {
    const { id, final, composite } = JSON.parse(body) as PersonEvaluation;
    return { id, grade: final.grade, composite };
  });
}
