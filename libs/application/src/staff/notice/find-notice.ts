import { Refusal } from '@kaoji/domain';
import type { AnsweredObjection, NoticePage } from '../../ports/notices.js';
import type { Stores } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand, type Permission } from '../access/permissions.js';
import { isOwn } from '../collect/own-evidence.js';
import { findCycle, notFound, type FoundCycle } from '../find.js';

/**
 * The cycle of a unit whose notices somebody works with. Whoever is on the list stands aside: an objection may be about them, or about
 * who is before them. Refuses `NOT_FOUND`, `FORBIDDEN`, `OWN_LIST`.
 */
export async function demandNotices(
  stores: Stores,
  actor: Actor,
  permission: Permission,
  { cycleId, unitId }: { readonly cycleId: string; readonly unitId: string },
): Promise<FoundCycle> {
  const cycle = await findCycle(stores, cycleId);
  demand(actor, permission, { areaId: cycle.areaId, unitId });
  if ((await stores.appraisals.ofUnit(cycleId, unitId)).some((appraisal) => isOwn(actor, appraisal))) {
    throw new Refusal('OWN_LIST', 'You are on this list yourself. Somebody else has to see to objections.');
  }
  return cycle;
}

/** The notice of a unit that is shown now. Refuses `NOTICE_OVER`. */
export async function shownNotice(stores: Stores, cycleId: string, unitId: string): Promise<NoticePage> {
  const page = (await stores.notices.pagesOf(cycleId, unitId)).at(-1);
  if (page !== undefined && page.endedAt === null) return page;
  throw new Refusal('NOTICE_OVER', 'No notice of this unit is shown now.');
}

/** An objection with its notice. Refuses `NOT_FOUND`. */
export async function findObjection(
  stores: Stores,
  objectionId: string,
): Promise<AnsweredObjection & { readonly page: NoticePage }> {
  const found = await stores.notices.objection(objectionId);
  const page = found === null ? null : await stores.notices.page(found.objection.noticeId);
  if (found === null || page === null) throw notFound('objection');
  return { ...found, page };
}

/** Whether the list of a round came back because an objection to its notice was upheld. */
export async function reopenedByObjection(
  stores: Stores,
  { cycleId, unitId, round }: Pick<NoticePage, 'cycleId' | 'unitId' | 'round'>,
): Promise<boolean> {
  const pages = await stores.notices.pagesOf(cycleId, unitId);
  return pages.some((page) => page.round === round && page.outcome === 'reopened');
}
