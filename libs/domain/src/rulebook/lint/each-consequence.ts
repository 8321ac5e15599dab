import type { ConsequenceRule } from '../schema/consequence.js';
import type { Rulebook } from '../schema/rulebook.js';
import type { Path } from '../yaml-tree.js';

export type PlacedConsequence = {
  readonly rule: ConsequenceRule;
  readonly path: Path;
  readonly ofTerm: boolean;
};

/** The consequences of a year's result, then those of the term appraisal, with their places. */
export function eachConsequence(rulebook: Rulebook): readonly PlacedConsequence[] {
  return [
    ...rulebook.consequences.map((rule, i) => ({ rule, path: ['consequences', i], ofTerm: false })),
    ...(rulebook.term?.consequences ?? []).map((rule, i) => ({
      rule,
      path: ['term', 'consequences', i],
      ofTerm: true,
    })),
  ];
}
