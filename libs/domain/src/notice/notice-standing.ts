/** An objection as far as the notice's end is concerned. */
export type ObjectionStanding = {
  readonly verdict: 'open' | 'upheld' | 'dismissed';
};

/**
 * Where a notice stands. `running`: so many milliseconds of it are left. `answering`: it was shown for its whole period, and so many
 * objections wait for an answer. `reopened`: an objection was upheld. `final`: nothing stands against the list.
 */
export type NoticeStanding =
  | { readonly state: 'running'; readonly leftMs: number }
  | { readonly state: 'answering'; readonly open: number }
  | { readonly state: 'reopened' }
  | { readonly state: 'final' };

/**
 * Where a notice stands at `now`. Its stored end decides, whatever has been objected or answered: it never ends early. An upheld
 * objection waits for the others' answers, so that one correction takes in them all.
 */
export function noticeStanding(
  { endsAt, now }: { readonly endsAt: number; readonly now: number },
  objections: readonly ObjectionStanding[],
): NoticeStanding {
  if (!(now >= endsAt)) return { state: 'running', leftMs: endsAt - now };
  const open = objections.filter(({ verdict }) => verdict === 'open').length;
  if (open > 0) return { state: 'answering', open };
  return { state: objections.some(({ verdict }) => verdict === 'upheld') ? 'reopened' : 'final' };
}
