import type { CivilDate } from '../calendar/civil-date.js';
import { entitlementOf } from './entitlement-of.js';
import type { LedgerLine } from './ledger-line.js';

const WITH_THE_YEAR: ReadonlySet<string> = new Set([
  'pay_step',
  'performance_pay',
  'counted_years',
  'eligibility',
]);

/**
 * From when a consequence counts: what belongs to the appraised year from the first day of the next one, so
 * that a late or contested result costs nobody a month; all else from the day of its decision. (A local
 * choice: no text names the day.)
 */
export function effectiveOn(
  line: Pick<LedgerLine, 'effect' | 'params'>,
  year: number,
  decidedOn: CivilDate,
): CivilDate {
  return WITH_THE_YEAR.has(entitlementOf(line)) ? `${year + 1}-01-01` : decidedOn;
}
