import { canonicalJson, entriesToShow, noticePeriod, standingDueDate } from '@kaoji/domain';
import type { Ids } from '../ports/gateways.js';
import type { NoticeMaking } from '../ports/notices.js';
import type { Instant } from '../ports/records.js';
import { findCycleUnit } from '../staff/find.js';
import { cycleContext, moveUnit } from './cycle-context.js';
import type { EngineDeps, UnitRound } from './engine-deps.js';
import { noticeBody } from './notice-body.js';
import { unitResults } from './unit-results.js';

export type NoticeDeps = EngineDeps &
  NoticeMaking & {
    readonly ids: Ids;
    /** Numbers and signs the cycle's log, so that the notice prints a root over what it is about. A notice never waits for it. */
    readonly signLog?: (cycleId: string) => Promise<void>;
  };
export type PublishedNotice = { readonly noticeId: string; readonly endsAt: Instant };

/**
 * Shows in public who is proposed for the grades that need a notice, for as many working days as the rulebook says (2023 rules Art 17:
 * five), counted from `at` or from this machine's clock, whichever is later. Whoever was shown in an earlier round and is unchanged needs
 * no second one. Gives the notice and its last instant, or null where nobody must be shown. A repeat gives the first answer.
 */
export async function publishNotice(
  deps: NoticeDeps,
  key: UnitRound & { readonly at?: Instant },
): Promise<PublishedNotice | null> {
  const { cycleId, unitId, round } = key;
  const id = deps.ids.next();
  const publicKey = await deps.objectionKeys.publicKeyOf(id);
  await deps.signLog?.(cycleId);
  return deps.transactions.run(async (stores) =>
    stores.effects.once(`notice/${cycleId}/${unitId}/${round}`, async () => {
      const context = await cycleContext(deps, stores, cycleId);
      const { grades, workingDays } = context.rulebook.process.notice;
      const people = (await unitResults(stores, cycleId, unitId, round)).map(({ person }) => ({
        id: person.id,
        grade: person.final.grade,
      }));
      const previous = (await stores.notices.pagesOf(cycleId, unitId)).at(-1) ?? null;
      const { entries, standing } = entriesToShow(people, grades, previous);
      if (entries.length === 0) return null;
      const now = deps.clock.now();
      const { startsAt, endsAt } = noticePeriod([now, key.at ?? now], {
        workingDays,
        clock: context.cycle.clock,
        calendar: context.calendar,
      });
      const body = canonicalJson(await noticeBody(deps, stores, context, entries, { unitId, noticeId: id }));
      const period = { startsAt, endsAt };
      await stores.decisions.insertNotice({ cycleId, unitId, entries, ...period });
      await stores.notices.insertPage({
        ...{ id, cycleId, unitId, round, body, entries, standing, publicKey, ...period },
        endedAt: null,
        outcome: null,
      });
      const { noticeEndsAt } = await findCycleUnit(stores, cycleId, unitId);
      // What was said of an earlier notice was said.
      await moveUnit(stores, key, { state: 'notice', noticeEndsAt: standingDueDate(noticeEndsAt, endsAt) });
      return { noticeId: id, endsAt };
    }),
  );
}
