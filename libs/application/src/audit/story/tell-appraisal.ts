import { tellStory, type ReplayedFlow, type Story } from '@kaoji/domain/story';
import type { AppraisalRecord } from './appraisal-record.js';
import { recordFacts } from './record-facts.js';

/** The story of one appraisal from its record and its flows; without flows, what the record alone tells. */
export function tellAppraisal(record: AppraisalRecord, flows: readonly ReplayedFlow[]): Story {
  const { appraisal, cycleKey, rehearsal, roles } = record;
  return tellStory({
    appraisalId: appraisal.id,
    cycleKey,
    rehearsal,
    flows,
    roles,
    facts: recordFacts(record),
  });
}
