import type { GateDemand, LocalText, Rulebook } from '@kaoji/domain';
import type { ConsequenceRow } from '../../ports/records.js';

/** A consequence of a rulebook, of the year or of the term. */
export function consequenceRule(rulebook: Rulebook, rule: string): Rulebook['consequences'][number] | null {
  const rules = [...rulebook.consequences, ...(rulebook.term?.consequences ?? [])];
  return rules.find(({ id }) => id === rule) ?? null;
}

export function titleOfConsequence(rulebook: Rulebook, { rule, effect }: ConsequenceRow): LocalText {
  return consequenceRule(rulebook, rule)?.title ?? { zh: effect, en: effect };
}

/** What a consequence asks of its gate, with the rulebook's own titles. */
export function gateDemand(rulebook: Rulebook, row: ConsequenceRow): GateDemand {
  const gate = rulebook.gates.find(({ id }) => id === consequenceRule(rulebook, row.rule)?.gate);
  const titles = new Map(gate?.requires.map(({ record, title }) => [record, title]));
  return {
    effect: row.effect,
    title: titleOfConsequence(rulebook, row),
    requires: row.gate.map((record) => ({ record, title: titles.get(record) ?? { zh: record, en: record } })),
  };
}
