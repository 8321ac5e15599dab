import type { LogKind } from '@kaoji/domain';

/**
 * Rows of one table that belong into a cycle's log. SQL is written in back-quotes, which SQLite reads as well; `t` is
 * the table, `:cycle` the cycle. A ref is `prefix` and the key columns, joined by slashes.
 */
export type LogSource = {
  readonly kind: LogKind;
  readonly table: string;
  readonly prefix?: string;
  readonly key: readonly string[]; // columns of `t`, its own key or enough of it in one cycle
  /** What comes before `t` where the table has no cycle of its own; names where the cycle is found. */
  readonly through?: Through;
  readonly where?: string;
  /** The columns that never change, where others do. */
  readonly columns?: readonly string[];
} & (
  | { readonly form?: 'row' }
  /** Kept as bytes elsewhere: the column that holds their hash. */
  | { readonly form: 'hash'; readonly column: string }
  /** Canonical JSON in a column: the value is what it says. */
  | { readonly form: 'json'; readonly column: string }
);

export type Through = { readonly from: string; readonly cycle: string };

/** Tables that name the appraisal they are about. */
export const BY_APPRAISAL: Through = {
  from: '`appraisal` a JOIN {t} ON t.`appraisal_id` = a.`id`',
  cycle: 'a.`cycle_id`',
};
export const BY_CONTEST: Through = {
  from: '`appraisal` a JOIN `contest` c ON c.`appraisal_id` = a.`id` JOIN {t} ON t.`contest_id` = c.`id`',
  cycle: 'a.`cycle_id`',
};
export const BY_CAMPAIGN: Through = {
  from: '`campaign` c JOIN {t} ON t.`campaign_id` = c.`id`',
  cycle: 'c.`cycle_id`',
};
