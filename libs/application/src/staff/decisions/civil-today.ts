import { civilDateOf, type CivilDate } from '@kaoji/domain';
import type { Instant } from '../../ports/records.js';

/** The civil day of an instant, in the one zone offices here keep. */
export function civilDay(at: Instant): CivilDate {
  return civilDateOf(at, 'Asia/Shanghai');
}
