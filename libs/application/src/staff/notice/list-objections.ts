import type { ResultChange } from '@kaoji/domain';
import type { AnsweredObjection, NoticePage, ObjectionKeys, ObjectionText } from '../../ports/notices.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { changesSince } from '../decide/changes-since.js';
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

async function changesAfter(stores: Stores, page: NoticePage): Promise<readonly ResultChange[]> {
  return page.outcome === 'reopened' ? changesSince(stores, page) : [];
}
