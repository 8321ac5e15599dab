import type { CivilDate } from '../calendar/civil-date.js';

/** One line of the entitlement ledger. Nothing is ever changed: a reversal is a line of its own. */
export type LedgerLine = {
  readonly key: string;
  readonly personId: string;
  readonly year: number; // the appraised year
  readonly rule: string;
  readonly clause: string | null;
  readonly effect: string;
  readonly params: Readonly<Record<string, string | number | boolean>>;
  /** From when it counts; a reversal counts from the day of what it undoes. */
  readonly effectiveOn: CivilDate;
  /** The key of the line this one undoes. */
  readonly reverses: string | null;
  /** Of a change after the fact: what changed it (a contest, a later grade). */
  readonly because: string | null;
};
