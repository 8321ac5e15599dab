import { atOnce } from './at-once.js';
import { everyoneMarks } from './marking.js';
import { supervisorsRecordEvidence } from './recording-evidence.js';
import { accountOf, accountOfPerson, type Rehearsal } from './rehearsal-context.js';
import { closeSurveys } from './opening-boxes.js';
import { residentsAnswer, type Rated, type Surveyed } from './surveying.js';
import type { Participant } from './participants.js';

/** No colleague marks the person whose case is the missing rater: the rulebook gives their weight to the supervisor. */
const PEER_ACCOUNT = 'worker-';

/** Evidence first; then reports, routine records, marks and residents' answers, side by side: the whole collection window, through public doors only. */
export async function collectYear(
  rehearsal: Rehearsal,
  cycleId: string,
  participants: readonly Participant[],
): Promise<Surveyed> {
  const hr = await rehearsal.session(accountOf(rehearsal, 'hr_officer').username);
  const ratedIn = (communityId: string): readonly Rated[] =>
    participants.filter(({ person }) => person.communityId === communityId);
  rehearsal.say('登记各评价项目的佐证', 'putting the evidence of each part on record');
  const evidenced = await supervisorsRecordEvidence(rehearsal, cycleId, participants);
  rehearsal.say(
    '总结述职、平时考核、评价打分、居民问卷',
    "duty reports, routine records, marks, residents' survey",
  );
  const everyoneElseMarks = async (): Promise<number> =>
    everyoneMarks(
      rehearsal,
      cycleId,
      new Map(participants.map(({ appraisalId, person }) => [appraisalId, person])),
      (username, person) => person.special === 'missing_rater' && username.startsWith(PEER_ACCOUNT),
    );
  const [marks, surveyed] = await Promise.all([
    everyoneElseMarks(),
    residentsAnswer(rehearsal, hr, cycleId, ratedIn),
    everyoneReports(rehearsal, participants),
    hr.post(`/api/cycles/${cycleId}/routine`, { rows: routineRows(rehearsal.year, participants) }),
  ]);
  rehearsal.say('结束居民问卷（样本不足的延期）', 'closing the surveys (samples not valid are extended)');
  const late = await closeSurveys(rehearsal, hr, cycleId, surveyed);
  // A survey that never became valid is the panel's: its members are asked, and mark.
  await hr.post(`/api/cycles/${cycleId}/mark-requests/default`);
  const standIn = await everyoneElseMarks();
  rehearsal.say(
    `佐证 ${evidenced} 项，评价 ${marks} 项（考察组代替问卷 ${standIn} 项），居民问卷 ${surveyed.answers + late} 份`,
    `${evidenced} parts with evidence, ${marks} marks (${standIn} in place of a survey), ${surveyed.answers + late} residents' answers`,
  );
  return surveyed;
}

/** Everyone but who refuses hands in a duty report. */
export async function everyoneReports(
  rehearsal: Rehearsal,
  participants: readonly Participant[],
): Promise<void> {
  const reporting = participants.filter(({ person }) => person.special !== 'refusal');
  await atOnce(4, reporting, async ({ appraisalId, person }) => {
    const session = await rehearsal.session(accountOfPerson(rehearsal, person.id).username);
    await session.put(`/api/appraisals/${appraisalId}/duty-report`, { text: '演示：本年度履职情况总结。' });
  });
}

/** Four quarters of routine records each. */
export function routineRows(
  year: number,
  participants: readonly Participant[],
): readonly { readonly appraisalId: string; readonly period: string; readonly value: string }[] {
  return participants.flatMap(({ appraisalId, person }) =>
    [1, 2, 3, 4].map((quarter) => ({
      appraisalId,
      period: `${year}-Q${quarter}`,
      value: String(person.level),
    })),
  );
}
