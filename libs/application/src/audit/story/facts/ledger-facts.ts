import type { RecordedFact } from '@kaoji/domain/story';
import type { AppraisalRecord } from '../appraisal-record.js';
import { both, fact, type Who } from './fact.js';

/** What entered the ledger of entitlements; nothing of a rehearsal ever does. */
export function ledgerFacts({ ledger, rehearsal }: AppraisalRecord, who: Who): readonly RecordedFact[] {
  if (rehearsal) {
    const what = both('演练不入台账', 'a rehearsal never reaches the ledger');
    return [fact({ chapter: 'ledger', name: 'ledger', at: null, what })];
  }
  return ledger.map(({ rule, clause, effect, effectiveOn, reverses, confirmedBy, enteredAt }) =>
    fact({
      ...{
        chapter: 'ledger',
        name: rule,
        at: enteredAt,
        clause,
        account: confirmedBy,
        who: who(confirmedBy),
      },
      what: both(
        `${rule} ${effect}，${effectiveOn} 起${reverses === null ? '' : '（冲回）'}`,
        `${rule} ${effect}, from ${effectiveOn}${reverses === null ? '' : ' (reversal)'}`,
      ),
    }),
  );
}
