import { compareExact, type Exact } from '../exact/exact.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import type { LocalText } from '../rulebook/schema/text.js';
import { comparisonsOf } from './condition.js';
import { titleOf } from './sheet.js';

/** A line a veto draws through the satisfaction rate (0 to 1). */
export type SatisfactionLine = {
  readonly rule: string;
  readonly clause: string | undefined;
  readonly title: LocalText;
  readonly line: string;
};

/** Every line the rulebook's vetoes draw through the satisfaction rate, in the order written. */
export function satisfactionLines(rulebook: Rulebook): readonly SatisfactionLine[] {
  return rulebook.vetoes.flatMap((veto) =>
    comparisonsOf(veto.when).flatMap(({ fact, op, value }) =>
      fact === 'satisfaction_rate' && ['lt', 'le', 'ge', 'gt'].includes(op) && value !== undefined
        ? [{ rule: veto.id, clause: veto.clause, title: titleOf(veto), line: String(value) }]
        : [],
    ),
  );
}

/** Whether a line lies between two ends, both included. */
export function liesBetween(line: Exact, low: Exact, high: Exact): boolean {
  return compareExact(low, line) <= 0 && compareExact(line, high) <= 0;
}
