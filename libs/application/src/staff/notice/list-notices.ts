import type { NoticeLinks, NoticePage } from '../../ports/notices.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { findCycle } from '../find.js';

export type ListedNotice = Omit<NoticePage, 'body' | 'publicKey' | 'cycleId' | 'unitId'> & {
  /** The public page: printed, or put where people see it. */
  readonly address: string;
  readonly objections: number;
  readonly unanswered: number;
};

/** The notices of a unit, by round, with the address everybody may have. Refuses `NOT_FOUND`, `FORBIDDEN`. */
export async function listNotices(
  deps: {
    readonly transactions: Transactions;
    readonly noticeLinks: NoticeLinks;
    readonly surveyOrigin: string;
  },
  actor: Actor,
  cycleId: string,
  unitId: string,
): Promise<readonly ListedNotice[]> {
  return deps.transactions.read(async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    demand(actor, 'list.read', { areaId: cycle.areaId, unitId });
    const listed: ListedNotice[] = [];
    for (const page of await stores.notices.pagesOf(cycleId, unitId)) {
      const { body: _body, publicKey: _key, cycleId: _cycle, unitId: _unit, ...shown } = page;
      const objections = await stores.notices.objectionsOf(page.id);
      listed.push({
        ...shown,
        address: `${deps.surveyOrigin}/n/${deps.noticeLinks.of(page.id)}`,
        objections: objections.length,
        unanswered: objections.filter(({ answer }) => answer === null).length,
      });
    }
    return listed;
  });
}
