export const OBJECTION_LIMITS = { text: 2000, name: 50, contact: 100 } as const;

/** An objection as somebody wrote it. Empty: not said. */
export type GivenObjection = {
  readonly about: string;
  readonly text: string;
  readonly name: string;
  readonly contact: string;
};
export type ObjectionProblem = {
  readonly field: keyof GivenObjection;
  readonly code: 'MISSING' | 'TOO_LONG' | 'NOT_SHOWN';
};

/** What is wrong with an objection, in the order of the form; empty when it can be taken. Characters are counted as people see them. */
export function checkObjection(
  given: GivenObjection,
  notice: { readonly anonymous: boolean; readonly shown: readonly string[] },
): readonly ObjectionProblem[] {
  const problems: ObjectionProblem[] = [];
  if (given.about !== '' && !notice.shown.includes(given.about)) {
    problems.push({ field: 'about', code: 'NOT_SHOWN' });
  }
  if (given.text.trim() === '') problems.push({ field: 'text', code: 'MISSING' });
  if (!notice.anonymous && given.name.trim() === '') problems.push({ field: 'name', code: 'MISSING' });
  for (const field of ['text', 'name', 'contact'] as const) {
    if ([...given[field]].length > OBJECTION_LIMITS[field]) problems.push({ field, code: 'TOO_LONG' });
  }
  return problems;
}
