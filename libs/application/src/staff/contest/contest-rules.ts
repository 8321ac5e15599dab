import type { ContestStage, Rulebook } from '@kaoji/domain';

/** Who hears one level of a contest, and how long they have. */
export type HearingRule = {
  readonly workingDays: number;
  readonly by: { readonly role: string; readonly scope: 'unit' | 'area' };
};

/**
 * What the rulebook says of a level; null where it knows no such level. A rulebook that says nothing of the review
 * leaves it to whom lists are escalated to, in their time: a contest nobody hears would never end.
 */
export function hearingRule({ process }: Rulebook, level: ContestStage): HearingRule | null {
  const { contest, deliberation } = process;
  if (level === 'appeal') return contest.appeal ?? null;
  return (
    contest.review ?? {
      workingDays: deliberation.escalateAfterWorkingDays,
      by: { role: deliberation.escalateTo, scope: 'area' },
    }
  );
}
