import { Refusal } from '@kaoji/domain';
import type { Acknowledgement } from '../../ports/records.js';
import type { ComposedList } from './composed-list.js';

export type { Acknowledgement } from '../../ports/records.js';

/**
 * The uncertain cases of a list, each with the reason given for it. Refuses `UNCERTAIN_NOT_ACKNOWLEDGED`, naming the
 * appraisals, while one is without: where chance alone could have put somebody on the other side of a line, a person
 * decides, with that fact in view.
 */
export function acknowledgedCases(
  { people }: Pick<ComposedList, 'people'>,
  given: readonly Acknowledgement[],
): readonly Acknowledgement[] {
  const reasons = new Map(given.map(({ appraisalId, reason }) => [appraisalId, reason]));
  const uncertain = people.filter(({ evaluation }) => evaluation.needsPeople.length > 0);
  const missing = uncertain.filter(({ appraisal }) => !reasons.has(appraisal.id));
  if (missing.length > 0) {
    const count = missing.length === 1 ? 'One uncertain case is' : `${missing.length} uncertain cases are`;
    throw new Refusal('UNCERTAIN_NOT_ACKNOWLEDGED', `${count} not acknowledged with a reason.`, {
      errors: missing.map(({ appraisal, evaluation }) => ({
        path: `acknowledged.${appraisal.id}`,
        code: evaluation.needsPeople[0],
        message: "The interval of the residents' rate reaches across a line.",
        messageZh: '居民满意度的区间跨越了档次界线。',
      })),
    });
  }
  return uncertain.map(({ appraisal }) => ({
    appraisalId: appraisal.id,
    reason: reasons.get(appraisal.id) ?? '',
  }));
}
