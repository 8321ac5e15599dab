import type { LocalText } from '@kaoji/domain';
import type { RecordedFact } from '@kaoji/domain/story';
import type { DeliveryRow } from '../../../ports/contests.js';
import type { AppraisalRecord } from '../appraisal-record.js';
import { both, fact, when, type Who } from './fact.js';

const DOCUMENTS: Readonly<Record<DeliveryRow['document'], LocalText>> = {
  result: both('书面结果', 'written result'),
  later_result: both('补定档次结果', 'result graded later'),
  review: both('复核决定', 'review outcome'),
  appeal: both('申诉决定', 'appeal outcome'),
};
const WAYS: Readonly<Record<DeliveryRow['way'], LocalText>> = {
  received: both('本人签收', 'received'),
  signed: both('本人签署', 'signed'),
  handed_over: both('当面送交', 'handed over'),
  refused_witnessed: both('拒收，两人见证', 'refused, two witnesses'),
  posted: both('邮寄', 'posted'),
};

/** How each document reached the appraisee, seen by whom, and until when it may be contested. */
export function deliveryFacts({ deliveries }: AppraisalRecord, who: Who): readonly RecordedFact[] {
  return deliveries.map(({ document, way, deliveredBy, witnesses, deliveredAt, contestUntil }) => {
    const seen = witnesses.map(who);
    const zh = [
      `${DOCUMENTS[document].zh} ${WAYS[way].zh}`,
      ...(seen.length === 0 ? [] : [`见证：${seen.map((one) => one.zh).join('、')}`]),
      ...(contestUntil === null ? [] : [`${when(contestUntil)} 前可提出`]),
    ];
    const en = [
      `${DOCUMENTS[document].en} ${WAYS[way].en}`,
      ...(seen.length === 0 ? [] : [`seen by ${seen.map((one) => one.en).join(' and ')}`]),
      ...(contestUntil === null ? [] : [`may be contested until ${when(contestUntil)}`]),
    ];
    return fact({
      ...{
        chapter: 'delivery',
        name: document,
        at: deliveredAt,
        account: deliveredBy,
        who: who(deliveredBy),
      },
      what: both(zh.join('，'), en.join(', ')),
    });
  });
}
