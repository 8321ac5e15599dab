import type { Rulebook } from '@kaoji/domain';
import type { ReminderRow } from '../../ports/records.js';

/**
 * The roles that may decide a list now: the one the rulebook names, and once its deadline passed and the
 * superior was told, the one above. Time alone decides nothing: it only adds somebody who may.
 */
export function decidingRoles(
  rulebook: Pick<Rulebook, 'process'>,
  reminders: readonly ReminderRow[],
  list: { readonly unitId: string; readonly round: number },
): readonly string[] {
  const { decidedBy, escalateTo } = rulebook.process.deliberation;
  const escalated = reminders.some(
    ({ key, unitId, kind, stage }) =>
      unitId === list.unitId &&
      kind === 'escalate' &&
      stage === 'deliberation' &&
      key.endsWith(`/deliberation/${list.round}/escalate`),
  );
  return escalated ? [...new Set([decidedBy, escalateTo])] : [decidedBy];
}
