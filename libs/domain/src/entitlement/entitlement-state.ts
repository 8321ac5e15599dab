import type { CivilDate } from '../calendar/civil-date.js';
import type { ExactText } from '../derivation/node.js';
import { entitlementOf } from './entitlement-of.js';
import type { LedgerLine } from './ledger-line.js';

/** Where a person's entitlements stand at a date. */
export type EntitlementState = {
  /** Salary steps gained over all years. */
  readonly paySteps: number;
  /** Years that count towards time in grade. */
  readonly countedYears: number;
  /** By appraised year; `coefficient` null: reduced, by a rule the rulebook does not state as a number. */
  readonly performancePay: readonly { readonly year: number; readonly coefficient: ExactText | null }[];
  /** Post grades lowered. */
  readonly postsLowered: number;
  /** Everything else that stands, by what it speaks about. */
  readonly standing: readonly Pick<LedgerLine, 'key' | 'year' | 'effect' | 'params' | 'effectiveOn'>[];
};

/** The lines that count at a date: begun, and not undone. A line and its reversal are as if neither were. */
export function standingLines(lines: readonly LedgerLine[], at: CivilDate): readonly LedgerLine[] {
  const undone = new Set(
    lines.flatMap(({ reverses, effectiveOn }) => (reverses !== null && effectiveOn <= at ? [reverses] : [])),
  );
  return lines
    .filter((line) => line.reverses === null && line.effectiveOn <= at && !undone.has(line.key))
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

const orderOf = ({ effectiveOn, key }: LedgerLine): string => `${effectiveOn} ${key}`;

/**
 * Adds a person's ledger up to a date. The order in which lines were written does not matter, and a line that
 * was reversed and stated again counts as if nothing had happened.
 */
export function entitlementState(lines: readonly LedgerLine[], at: CivilDate): EntitlementState {
  const standing = standingLines(lines, at);
  const sum = (effect: string, param: string): number =>
    standing
      .filter((line) => line.effect === effect)
      .reduce((total, { params }) => total + wholeOf(params[param]), 0);
  const pay = new Map<number, ExactText | null>();
  for (const line of standing) {
    if (entitlementOf(line) === 'performance_pay') pay.set(line.year, coefficientOf(line));
  }
  return {
    paySteps: sum('raise_salary_step', 'steps'),
    countedYears: sum('year_counts', 'years'),
    performancePay: [...pay].sort(([a], [b]) => a - b).map(([year, coefficient]) => ({ year, coefficient })),
    postsLowered: sum('lower_post', 'grades'),
    standing: standing
      .filter((line) => !ADDED_UP.has(line.effect) && entitlementOf(line) !== 'performance_pay')
      .map(({ key, year, effect, params, effectiveOn }) => ({ key, year, effect, params, effectiveOn })),
  };
}

const ADDED_UP: ReadonlySet<string> = new Set(['raise_salary_step', 'year_counts', 'lower_post']);

/** Counts are whole; a rulebook that leaves one out means one. */
function wholeOf(value: string | number | boolean | undefined): number {
  const number = value === undefined ? 1 : Number(value);
  return Number.isSafeInteger(number) ? number : 0;
}

function coefficientOf({ effect, params }: LedgerLine): ExactText | null {
  const { coefficient } = params;
  if (coefficient !== undefined) return String(coefficient);
  return effect === 'performance_pay_full' ? '1' : null;
}
