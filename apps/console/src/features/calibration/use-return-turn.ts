import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { meQuery } from '../../api/accounts.js';
import { approvalQuery, deputiesQuery, type Approval, type ListAddress } from '../../api/acts.js';
import { turnsOf, type Turn } from '../../parts/turns.js';

export type ReturnTurn = {
  readonly approval: Approval;
  readonly turn: Turn;
  /** Where a returned part of the list may go. */
  readonly targets: readonly string[];
};

/** The seat by which I may return people of this list now; null when none of mine waits, or nothing may be returned. */
export function useReturnTurn(address: ListAddress): ReturnTurn | null {
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: approval } = useQuery(approvalQuery(address));
  const { data: deputies } = useQuery(deputiesQuery);
  if (approval?.status !== 'open') return null;
  const principals = deputies?.actsFor.map(({ principal }) => principal) ?? [];
  const mine = turnsOf(approval, me.id, principals).find(({ verbs }) => verbs.includes('return'));
  const targets = approval.steps.find(({ id }) => id === approval.step)?.returnTo ?? [];
  return mine === undefined || targets.length === 0 ? null : { approval, turn: mine.turn, targets };
}
