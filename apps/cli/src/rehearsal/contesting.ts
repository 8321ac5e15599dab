import type { ContestTrialBody, ContestViewBody, ResultView } from '@kaoji/http-contract';
import type { SpecialCase } from '../demo/demo-person.js';
import type { ApiSession } from './api-session.js';
import { listPeople } from './approving/list-people.js';
import { atOnce } from './at-once.js';
import type { Participant } from './participants.js';
import { accountOf, accountOfPerson, accountsOf, type Rehearsal } from './rehearsal-context.js';
import { until } from './until.js';

/** A contest of the year: whose, and its id. */
export type Contested = { readonly appraisalId: string; readonly contestId: string };

/** A hold is told at once; there is no result to receive before the case has closed. */
const HELD: readonly (SpecialCase | null)[] = ['investigation', 'investigation_closed'];

/**
 * Everyone receives their result, reads it and signs. One will not take it, before two witnesses; one contests it in vain up to the
 * appeal; one who tied on the line for excellent contests it, and the review finds a record wrong. Gives the contests.
 */
export async function everyoneSigns(
  rehearsal: Rehearsal,
  cycleId: string,
  notified: readonly Participant[],
): Promise<readonly Contested[]> {
  const behind = await behindTheLine(rehearsal, notified);
  const contests = await atOnce(4, notified, async (one): Promise<readonly Contested[]> => {
    const { appraisalId, person } = one;
    if (person.special === 'signature_refused') {
      await refuseBeforeWitnesses(rehearsal, cycleId, one);
      return [];
    }
    const own = await rehearsal.session(accountOfPerson(rehearsal, person.id).username);
    if (!HELD.includes(person.special)) await own.post(`/api/appraisals/${appraisalId}/receipt`);
    await own.get(`/api/appraisals/${appraisalId}/result`);
    await own.post(`/api/appraisals/${appraisalId}/signature`, { signed: true });
    if (person.special === 'contest')
      return [{ appraisalId, contestId: await appealInVain(rehearsal, own, appraisalId) }];
    if (appraisalId === behind)
      return [{ appraisalId, contestId: await reviewChanges(rehearsal, own, appraisalId) }];
    return [];
  });
  return contests.flat();
}

/** Somebody who tied on the line for excellent and got no seat. */
async function behindTheLine(
  rehearsal: Rehearsal,
  notified: readonly Participant[],
): Promise<string | undefined> {
  const hr = await rehearsal.session(accountOf(rehearsal, 'hr_officer').username);
  for (const { appraisalId } of notified.filter(({ person }) => person.special === 'tie_on_line')) {
    const { evaluation } = await hr.get<ResultView>(`/api/appraisals/${appraisalId}/result`);
    if (evaluation.final.grade !== 'excellent') return appraisalId;
  }
  return undefined;
}

/** Two members of the panel, who decided nothing of it, saw that the result was offered and not taken. */
async function refuseBeforeWitnesses(
  rehearsal: Rehearsal,
  cycleId: string,
  { appraisalId, person }: Participant,
): Promise<void> {
  const { hr, panel } = await listPeople(rehearsal, person.unitId);
  await hr.session.post(`/api/cycles/${cycleId}/units/${person.unitId}/deliveries`, {
    way: 'refused_witnessed',
    witnesses: [panel[0].id, panel[1].id],
    appraisals: [appraisalId],
  });
}

/** Review and appeal are heard by two different people without a part in the result; both find it right. */
async function appealInVain(rehearsal: Rehearsal, own: ApiSession, appraisalId: string): Promise<string> {
  const { contestId, path } = await fileContest(own, appraisalId, '演示：请求复核工作实绩得分。');
  const [reviewer, another] = accountsOf(rehearsal, 'reviewer');
  for (const account of [reviewer, another]) {
    if (account === undefined) throw new Error('two reviewers are needed');
    const session = await hearing(rehearsal, path, account.username, own);
    await session.post(`${path}/outcome`, {
      ...{ outcome: 'upheld', reason: '演示：原始记录与得分一致，维持原结果。' },
    });
    await own.post(`${path}/receipt`);
    if (account === reviewer) await own.post(`${path}/appeal`, { grounds: '演示：不服复核决定。' });
  }
  return contestId;
}

/** The review finds one quarter's record wrong; what it comes to is tried first. It changes a grade, and the line for the others. */
async function reviewChanges(rehearsal: Rehearsal, own: ApiSession, appraisalId: string): Promise<string> {
  const { contestId, path } = await fileContest(own, appraisalId, '演示：第四季度平时考核漏记一项表彰。');
  const session = await hearing(rehearsal, path, accountOf(rehearsal, 'reviewer').username, own);
  const reason = '演示：经查表彰文件，第四季度平时考核应为 100 分。';
  const corrections = [{ kind: 'routine', period: `${rehearsal.year}-Q4`, value: '100', reason }];
  const trial = await session.post<ContestTrialBody>(`${path}/trial`, { corrections });
  if (trial.before.final.grade === trial.after.final.grade || trial.touched.length === 0)
    throw new Error(`the review of ${appraisalId} changes no grade, or not the line`);
  await session.post(`${path}/outcome`, { outcome: 'changed', reason, corrections });
  await own.post(`${path}/receipt`);
  return contestId;
}

async function fileContest(
  own: ApiSession,
  appraisalId: string,
  grounds: string,
): Promise<{ readonly contestId: string; readonly path: string }> {
  const filed = await own.post<{ readonly contestId: string }>(`/api/appraisals/${appraisalId}/contests`, {
    grounds,
  });
  return { contestId: filed.contestId, path: `/api/contests/${filed.contestId}` };
}

/** Whoever hears a contest reads its file and hears the contestant. */
async function hearing(
  rehearsal: Rehearsal,
  path: string,
  username: string,
  own: ApiSession,
): Promise<ApiSession> {
  await until(
    'the contest is heard',
    async () => own.get<ContestViewBody>(path),
    ({ status }) => status === 'in_review',
  );
  const session = await rehearsal.session(username);
  await session.get(`${path}/file`);
  await session.post(`${path}/hearings`, { note: '演示：已当面听取本人陈述。' });
  return session;
}

/** Whoever is graded after a hold receives that result. */
export async function receiveLater(
  rehearsal: Rehearsal,
  { appraisalId, person }: Participant,
): Promise<void> {
  const own = await rehearsal.session(accountOfPerson(rehearsal, person.id).username);
  await own.post(`/api/appraisals/${appraisalId}/receipt`);
}
