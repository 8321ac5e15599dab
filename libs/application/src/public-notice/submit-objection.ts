import { checkObjection, type GivenObjection, type ObjectionProblem } from '@kaoji/domain';
import type { Clock } from '../ports/gateways.js';
import type { NoticeReads, ObjectionIntake, ObjectionSealer } from '../ports/notices.js';
import { showPublicNotice, type ShownPublicNotice } from './show-public-notice.js';

const HOUR_MS = 3_600_000;

/** All that the public side has for objections: it reads what the page shows, and puts in what it cannot open. */
export type ObjectionDeps = {
  readonly notices: NoticeReads;
  readonly objections: ObjectionIntake;
  readonly objectionSealer: ObjectionSealer;
  readonly clock: Clock;
};
export type SubmittedObjection =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'over' | 'unknown' }
  | {
      readonly kind: 'invalid';
      readonly shown: ShownPublicNotice & { readonly kind: 'shown' };
      readonly problems: readonly ObjectionProblem[];
    };

/** Takes an objection by link: sealed here, opened by staff alone. The same `id` again is the same objection. */
export async function submitObjection(
  deps: ObjectionDeps,
  noticeId: string,
  id: string,
  given: GivenObjection,
): Promise<SubmittedObjection> {
  const shown = await showPublicNotice(deps, noticeId);
  if (shown.kind !== 'shown') return shown;
  const { entries, anonymous } = shown.body;
  const problems = checkObjection(given, {
    anonymous,
    shown: entries.map(({ appraisalId }) => appraisalId),
  });
  if (problems.length > 0) return { kind: 'invalid', shown, problems };
  const said = (text: string) => (text.trim() === '' ? null : text.trim());
  const sealed = await deps.objectionSealer.seal(shown.page.publicKey, noticeId, {
    text: given.text.trim(),
    name: said(given.name),
    contact: said(given.contact),
  });
  const kind = await deps.objections.object({
    ...{ id, noticeId, about: said(given.about), sealed },
    receivedAt: Math.max(shown.page.startsAt, hourOf(deps.clock.now())),
  });
  return { kind };
}

/** An exact time beside the log of a network would say who wrote without a name. */
function hourOf(at: number): number {
  return at - (at % HOUR_MS);
}
