import type { Clock } from '../ports/gateways.js';
import type { NoticeBody, NoticeReads, PublicNoticePage } from '../ports/notices.js';

const DAY_MS = 86_400_000;
/** Names go at the latest so long after the end, should nothing have ended the notice. */
const LONGEST_AFTER_MS = 3 * DAY_MS;

export type ShownPublicNotice =
  | {
      readonly kind: 'shown';
      readonly page: PublicNoticePage;
      readonly body: NoticeBody;
    }
  | { readonly kind: 'over' | 'unknown' };

/**
 * A notice as everybody may see it. It is over when the flow has ended it, which it does once two clocks say so: this machine's clock
 * alone, which may be ahead, takes no day from those who want to object.
 */
export async function showPublicNotice(
  deps: { readonly notices: NoticeReads; readonly clock: Clock },
  noticeId: string,
): Promise<ShownPublicNotice> {
  const page = await deps.notices.notice(noticeId);
  if (page === null) return { kind: 'unknown' };
  const forgotten = deps.clock.now() >= page.endsAt + LONGEST_AFTER_MS;
  if (page.endedAt !== null || page.body === '' || forgotten) return { kind: 'over' };
  return { kind: 'shown', page, body: JSON.parse(page.body) as NoticeBody };
}
