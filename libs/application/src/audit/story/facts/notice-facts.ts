import type { RecordedFact } from '@kaoji/domain/story';
import type { AppraisalRecord } from '../appraisal-record.js';
import { both, fact, when, type Who } from './fact.js';

/** What was shown to the public, and what objections came to; never who objected. */
export function noticeFacts({ appraisal, notices }: AppraisalRecord, who: Who): readonly RecordedFact[] {
  return notices.flatMap(({ page, objections }) => {
    const named = [...page.entries, ...page.standing].some(({ appraisalId }) => appraisalId === appraisal.id);
    const until = when(page.endsAt);
    return [
      fact({
        ...{ chapter: 'notice', name: 'notice', at: page.startsAt },
        what: both(
          `第 ${page.round} 轮公示至 ${until}，${named ? '本人在列' : '本人不在列'}`,
          `notice of round ${page.round} until ${until}, ${named ? 'this person is shown' : 'this person is not shown'}`,
        ),
      }),
      ...objections.map(({ answer }) => {
        if (answer === null) {
          const what = both('异议一项，尚未答复', 'an objection, not answered yet');
          return fact({ chapter: 'notice', name: 'objection', at: null, what });
        }
        const upheld = answer.verdict === 'upheld';
        const touched = answer.touched.includes(appraisal.id);
        return fact({
          ...{ chapter: 'notice', name: 'objection', at: answer.answeredAt, account: answer.answeredBy },
          who: who(answer.answeredBy),
          what: both(
            `答复异议：${upheld ? '成立' : '不成立'}${touched ? '，涉及本人' : ''}`,
            `answered an objection: ${upheld ? 'upheld' : 'dismissed'}${touched ? ', about this person' : ''}`,
          ),
        });
      }),
    ];
  });
}
