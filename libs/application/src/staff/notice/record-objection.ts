import { Refusal } from '@kaoji/domain';
import type { Clock, Ids } from '../../ports/gateways.js';
import type { Objection, ObjectionSealer } from '../../ports/notices.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { onceFor } from '../access/idempotency.js';
import { notFound } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { demandNotices, shownNotice } from './find-notice.js';
import { projectObjections } from './notice-tasks.js';

export type InPersonObjection = {
  readonly cycleId: string;
  readonly unitId: string;
  /** An appraisal that is shown; absent: the list, or its seats. */
  readonly about?: string | undefined;
  readonly text: string;
  readonly name?: string | undefined;
  readonly contact?: string | undefined;
  readonly key: string;
};
export type RecordObjectionDeps = {
  readonly transactions: Transactions;
  readonly rulebooks: RulebookShelf;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly objectionSealer: ObjectionSealer;
};

/**
 * Records an objection that somebody made in person, sealed like those that come by link; named staff answer for the record. Refuses
 * `NOTICE_OVER`, `NAME_REQUIRED` (the rulebook takes no objection without a name), `OWN_LIST`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function recordObjection(
  deps: RecordObjectionDeps,
  actor: Actor,
  input: InPersonObjection,
): Promise<{ readonly objectionId: string }> {
  const { key, ...request } = input;
  const { about = null, text, name = null, contact = null } = input;
  const keyed = { verb: 'record-objection', key, request };
  const page = await deps.transactions.read(async (stores) => {
    const cycle = await demandNotices(stores, actor, 'objection.record', input);
    const { notice } = (await deps.rulebooks.take(stores, cycle.rulebookHash)).process;
    if (name === null && notice.anonymousObjections === false) {
      throw new Refusal('NAME_REQUIRED', 'This rulebook takes objections from named persons only.');
    }
    return (await stores.notices.pagesOf(input.cycleId, input.unitId)).at(-1) ?? null;
  });
  if (page === null) throw new Refusal('NOTICE_OVER', 'No notice of this unit is shown now.');
  const sealed = await deps.objectionSealer.seal(page.publicKey, page.id, { text, name, contact });
  return deps.transactions.run((stores) =>
    onceFor(stores, actor, keyed, async () => {
      const cycle = await demandNotices(stores, actor, 'objection.record', input);
      const shown = await shownNotice(stores, input.cycleId, input.unitId);
      if (shown.id !== page.id) throw new Refusal('NOTICE_OVER', 'This notice is over.');
      if (about !== null && !shown.entries.some(({ appraisalId }) => appraisalId === about)) {
        throw notFound('person in this notice');
      }
      const now = deps.clock.now();
      const objection: Objection = {
        ...{ id: deps.ids.next(), noticeId: page.id, about, sealed, receivedAt: now },
        channel: 'in_person',
        recordedBy: actor.accountId,
      };
      await stores.notices.insertObjection(objection);
      await projectObjections(stores, { cycle }, shown, [{ objection, answer: null }], now);
      return { objectionId: objection.id };
    }),
  );
}
