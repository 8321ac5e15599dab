import type { Finding, Rulebook } from '@kaoji/domain/rulebook';

/** The parts of the document that hold several keys of the file; every other part is its own key. */
const PART_OF: Readonly<Record<string, string>> = {
  computedFacts: 'facts',
  compositeRounding: 'dimensions',
  dualPosts: 'dimensions',
};
const PARTS = [
  ...['facts', 'eligibility', 'discipline', 'dimensions', 'survey', 'vetoes', 'bands', 'quota', 'process'],
  ...['consequences', 'gates', 'term'],
];

/** What lint says of a whole part, or of something in it that is no rule of its own; the rest stands beside its rule. */
export function findingsOfPart(
  rulebook: Rulebook,
  findings: readonly Finding[],
): (part: string) => readonly Finding[] {
  const rules = idsIn(rulebook);
  const left = findings.filter(({ rule }) => rule === null || !rules.has(rule));
  return (part) =>
    left.filter(({ path }) => {
      const [key = ''] = path.split('.');
      const own = PART_OF[key] ?? key;
      return (PARTS.includes(own) ? own : 'general') === part;
    });
}

function idsIn(value: unknown): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  const below = Object.values(value).flatMap((one) => [...idsIn(one)]);
  return new Set('id' in value && typeof value.id === 'string' ? [value.id, ...below] : below);
}
