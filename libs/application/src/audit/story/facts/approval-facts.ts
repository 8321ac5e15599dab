import { verbWords, type RecordedFact } from '@kaoji/domain/story';
import type { AppraisalRecord } from '../appraisal-record.js';
import { both, fact, inputOf, written, type Who } from './fact.js';

/** Every act on the unit's list. */
export function approvalFacts({ acts }: AppraisalRecord, who: Who): readonly RecordedFact[] {
  return acts.map(({ id, round, step, verb, actAt, actBy, onBehalfOf, reason }) => {
    const words = verbWords(verb);
    const deputy = onBehalfOf === null ? both('', '') : both('（代理）', ' (as deputy)');
    return fact({
      ...{ chapter: 'approval', name: verb, at: actAt, account: actBy, why: written(reason) },
      what: both(
        `第 ${round} 轮 ${step}${deputy.zh} ${words.zh}`,
        `round ${round}, ${step}${deputy.en}: ${words.en}`,
      ),
      who: who(actBy),
      tells: (source, { type, name, content }) =>
        source === 'unit' &&
        type === 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED' &&
        name === 'act' &&
        (inputOf(content)['act'] as { readonly id?: string } | undefined)?.id === id,
    });
  });
}
