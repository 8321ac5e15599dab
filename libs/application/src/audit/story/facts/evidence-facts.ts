import type { AppraiseeCase } from '@kaoji/domain';
import type { RecordedFact } from '@kaoji/domain/story';
import type { AppraisalRecord } from '../appraisal-record.js';
import { both, fact } from './fact.js';

/** What was sealed, counted by who gave it. */
export function evidenceFacts({ evidence }: AppraisalRecord): readonly RecordedFact[] {
  if (evidence === null) return [];
  const { marks, routine, adjustments } = JSON.parse(evidence.body) as AppraiseeCase;
  const roles = [...new Set(marks.map(({ role }) => role))].sort();
  const raters = roles
    .map((role) => `${role} ${marks.filter((mark) => mark.role === role).length}`)
    .join('、');
  const counted = both(
    `评价 ${marks.length} 项（${raters}），平时考核 ${routine.length} 期，加减分 ${adjustments.length} 项，封存 ${evidence.hash}`,
    `${marks.length} marks (${raters}), ${routine.length} routine periods, ${adjustments.length} adjustments; sealed ${evidence.hash}`,
  );
  return [fact({ chapter: 'evidence', name: 'evidence_seal', at: evidence.sealedAt, what: counted })];
}
