import type { ResultView } from '@kaoji/http-contract';
import { atOnce } from './at-once.js';
import type { Participant } from './participants.js';
import { accountOf, accountOfPerson, type Rehearsal } from './rehearsal-context.js';

/** Everyone notified reads their result and signs, refuses to sign, or contests. */
export async function everyoneSigns(rehearsal: Rehearsal, notified: readonly Participant[]): Promise<void> {
  await atOnce(4, notified, async ({ appraisalId, person }) => {
    const session = await rehearsal.session(accountOfPerson(rehearsal, person.id).username);
    await session.get(`/api/appraisals/${appraisalId}/result`);
    const refuses = person.special === 'signature_refused';
    await session.post(`/api/appraisals/${appraisalId}/signature`, {
      signed: !refuses,
      ...(refuses ? { opinion: '演示：本人对结果有不同意见，拒绝签字。' } : {}),
    });
    if (person.special === 'contest') {
      await session.post(`/api/appraisals/${appraisalId}/contests`, {
        grounds: '演示：请求复核工作实绩得分。',
      });
    }
  });
}

/** The superior confirms, one by one, the consequences that hurt, naming the records their gates ask for. */
export async function confirmAdverse(rehearsal: Rehearsal, appraisalIds: readonly string[]): Promise<number> {
  const superior = await rehearsal.session(accountOf(rehearsal, 'superior').username);
  const confirmed = await atOnce(4, appraisalIds, async (appraisalId) => {
    const { consequences } = await superior.get<ResultView>(`/api/appraisals/${appraisalId}/result`);
    const open = consequences.filter(
      (one) => one.adverse && one.state === 'proposed' && one.force === 'confirm',
    );
    if (open.length === 0) return 0;
    await superior.post(`/api/appraisals/${appraisalId}/consequence-confirmations`, {
      confirm: open.map((one) => one.rule),
      refuse: [],
      gateRecords: Object.fromEntries(open.map((one) => [one.rule, one.gate])),
    });
    return open.length;
  });
  return confirmed.reduce((sum, count) => sum + count, 0);
}
