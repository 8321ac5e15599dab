/** Somebody proposed for a grade that needs a public notice (公示). */
export type NoticeEntry = { readonly appraisalId: string; readonly grade: string };

/** A notice of an earlier round: who was shown in it, and who had been shown before and still stood. */
export type EarlierNotice = {
  readonly entries: readonly NoticeEntry[];
  readonly standing: readonly NoticeEntry[];
};

/** Who a round's notice shows, and who needs no second one. */
export type NoticeEntries = EarlierNotice;

/**
 * Sorts those proposed for a grade of the notice (2023 rules Art 17) into who must still be shown for the whole period, and who was
 * shown already and is unchanged since. Whoever was proposed for another grade in between is shown again.
 */
export function entriesToShow(
  people: readonly { readonly id: string; readonly grade: string | null }[],
  grades: readonly string[],
  previous: EarlierNotice | null,
): NoticeEntries {
  const shown = new Map(
    [...(previous?.standing ?? []), ...(previous?.entries ?? [])].map((entry) => [
      entry.appraisalId,
      entry.grade,
    ]),
  );
  const proposed = people.flatMap(({ id, grade }): NoticeEntry[] =>
    grade !== null && grades.includes(grade) ? [{ appraisalId: id, grade }] : [],
  );
  const stands = ({ appraisalId, grade }: NoticeEntry) => shown.get(appraisalId) === grade;
  return { entries: proposed.filter((entry) => !stands(entry)), standing: proposed.filter(stands) };
}
