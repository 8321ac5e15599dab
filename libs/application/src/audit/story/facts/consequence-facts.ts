import type { LocalText } from '@kaoji/domain';
import type { RecordedFact } from '@kaoji/domain/story';
import type { ConsequenceRow } from '../../../ports/records.js';
import type { AppraisalRecord } from '../appraisal-record.js';
import { both, fact, type Who } from './fact.js';

const STATES: Readonly<Record<ConsequenceRow['state'], LocalText>> = {
  proposed: both('拟定', 'proposed'),
  confirmed: both('已确认', 'confirmed'),
  frozen: both('暂缓', 'frozen'),
  refused: both('不予运用', 'not applied'),
};

/** What follows from the grade, behind which gate it stood, and what was on record for it. */
export function consequenceFacts({ consequences }: AppraisalRecord, who: Who): readonly RecordedFact[] {
  return consequences.map(
    ({ rule, clause, effect, adverse, state, decidedBy, decidedAt, gate, gateRecords }) => {
      const hurts = adverse ? both('（不利）', ' (adverse)') : both('', '');
      const records =
        gate.length === 0
          ? both('', '')
          : both(
              `；关口 ${gate.join('、')}：已备 ${gateRecords.length} 件`,
              `; gate ${gate.join(', ')}: ${gateRecords.length} on record`,
            );
      return fact({
        ...{ chapter: 'consequences', name: rule, at: decidedAt, clause, account: decidedBy },
        who: decidedBy === null ? null : who(decidedBy),
        what: both(
          `${rule} ${effect}${hurts.zh}：${STATES[state].zh}${records.zh}`,
          `${rule} ${effect}${hurts.en}: ${STATES[state].en}${records.en}`,
        ),
      });
    },
  );
}
