import type { CivilDate } from '../calendar/civil-date.js';
import { hashOf } from '../rulebook/content-hash.js';
import { entitlementOf } from './entitlement-of.js';
import type { LedgerLine } from './ledger-line.js';

/** A payroll export: what was entered in a period, as rows of text. */
export type PayrollSheet = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Over area, period and rows: the same period has the same hash for ever. */
  readonly contentHash: string;
};

export type PayrollPeriod = { readonly areaId: string; readonly from: CivilDate; readonly to: CivilDate };
export type EnteredLine = LedgerLine & { readonly enteredOn: CivilDate; readonly confirmedBy: string };

const HEADER = [
  'key',
  'person',
  'year',
  'entitlement',
  'effect',
  'params',
  'sign',
  'reverses',
  'effectiveOn',
  'enteredOn',
  'rule',
  'clause',
  'confirmedBy',
] as const;

/** The sheet of a period, its rows by key, so that it does not depend on how the database reads. */
export function payrollSheet(period: PayrollPeriod, lines: readonly EnteredLine[]): PayrollSheet {
  const rows = [...lines].sort((a, b) => (a.key < b.key ? -1 : 1)).map(rowOf);
  return { header: HEADER, rows, contentHash: hashOf({ ...period, header: HEADER, rows }) };
}

function rowOf(line: EnteredLine): readonly string[] {
  const params = Object.entries(line.params).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    line.key,
    line.personId,
    String(line.year),
    entitlementOf(line),
    line.effect,
    params.map(([name, value]) => `${name}=${String(value)}`).join(';'),
    line.reverses === null ? 'grant' : 'reversal',
    line.reverses ?? '',
    line.effectiveOn,
    line.enteredOn,
    line.rule,
    line.clause ?? '',
    line.confirmedBy,
  ];
}
