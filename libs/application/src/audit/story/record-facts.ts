import type { RecordedFact } from '@kaoji/domain/story';
import type { AppraisalRecord } from './appraisal-record.js';
import { approvalFacts } from './facts/approval-facts.js';
import { consequenceFacts } from './facts/consequence-facts.js';
import { contestFacts } from './facts/contest-facts.js';
import { deliveryFacts } from './facts/delivery-facts.js';
import { evidenceFacts } from './facts/evidence-facts.js';
import { whoIn } from './facts/fact.js';
import { gradeFacts } from './facts/grade-facts.js';
import { ledgerFacts } from './facts/ledger-facts.js';
import { noticeFacts } from './facts/notice-facts.js';

/** Everything on record about one appraisal, from evidence to ledger, people told by role. */
export function recordFacts(record: AppraisalRecord): readonly RecordedFact[] {
  const who = whoIn(record.roles);
  return [
    ...evidenceFacts(record),
    ...gradeFacts(record),
    ...approvalFacts(record, who),
    ...noticeFacts(record, who),
    ...deliveryFacts(record, who),
    ...contestFacts(record, who),
    ...consequenceFacts(record, who),
    ...ledgerFacts(record, who),
  ];
}
