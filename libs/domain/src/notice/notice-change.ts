/** What a round said of somebody. */
export type RoundResult = {
  readonly id: string;
  readonly grade: string | null;
  readonly composite: string | null;
};
/** How a result moved from one round to the next. `reopened`: its evidence was; `line`: only the seats moved. */
export type ResultChange = {
  readonly appraisalId: string;
  readonly before: Omit<RoundResult, 'id'> | null; // null: was not on the list
  readonly after: Omit<RoundResult, 'id'> | null; // null: is not on it any more
  readonly cause: 'reopened' | 'line';
};

/**
 * What changed between two rounds, by appraisal id, with before and after; whoever was re-opened is listed even where nothing changed,
 * so that everybody sees what came of it.
 */
export function resultChanges(
  before: readonly RoundResult[],
  after: readonly RoundResult[],
  reopened: readonly string[],
): readonly ResultChange[] {
  const [was, is] = [before, after].map((round) => new Map(round.map((one) => [one.id, one])));
  const touched = new Set(reopened);
  return [...new Set([...before, ...after].map(({ id }) => id))].sort().flatMap((id): ResultChange[] => {
    const [one, other] = [resultOf(was?.get(id)), resultOf(is?.get(id))];
    const same = one?.grade === other?.grade && one?.composite === other?.composite;
    if (same && !touched.has(id)) return [];
    return [{ appraisalId: id, before: one, after: other, cause: touched.has(id) ? 'reopened' : 'line' }];
  });
}

function resultOf(result: RoundResult | undefined): Omit<RoundResult, 'id'> | null {
  return result === undefined ? null : { grade: result.grade, composite: result.composite };
}
