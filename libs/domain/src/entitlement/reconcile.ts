import { canonicalJson } from '../rulebook/canonical-json.js';
import type { LedgerLine } from './ledger-line.js';

/** What follows from a decided result, not yet a line. */
export type Decided = Pick<LedgerLine, 'rule' | 'clause' | 'effect' | 'params' | 'effectiveOn'>;

export type Reconciled = {
  /** Lines to undo, each by a reversal of its own with the effective date of what it undoes. */
  readonly undo: readonly LedgerLine[];
  readonly enter: readonly Decided[];
};

/**
 * What to write so that the ledger of one appraisal says what was decided: lines that no longer follow are
 * undone, those that follow and are not there are entered, those that stand as decided are left alone. Asked
 * again with the same decision it writes nothing.
 */
export function reconcile(lines: readonly LedgerLine[], decided: readonly Decided[]): Reconciled {
  const undone = new Set(lines.flatMap(({ reverses }) => reverses ?? []));
  const standing = lines.filter(({ key, reverses }) => reverses === null && !undone.has(key));
  const wanted = new Map(decided.map((one) => [sameness(one), one]));
  const kept = new Set<string>();
  const undo = standing.filter((line) => {
    const same = sameness(line);
    if (!wanted.has(same) || kept.has(same)) return true;
    kept.add(same);
    return false;
  });
  return { undo, enter: [...wanted].filter(([same]) => !kept.has(same)).map(([, one]) => one) };
}

/** A line decided on another day is the same line: its date stays what the person was told first. */
const sameness = ({ rule, effect, params }: Decided | LedgerLine): string =>
  canonicalJson([rule, effect, params]);
