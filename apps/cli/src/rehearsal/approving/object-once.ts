import type { NoticeItem } from '@kaoji/http-contract';
import { until } from '../until.js';
import { approveThrough, submitAgain, untilCollecting, type ListDesk } from './list-desk.js';

const RECORDED = { name: '演示来访人', contact: '演示联系方式' } as const;

/**
 * Two objections are made in person against a notice. One is dismissed; one is upheld, so after the notice exactly that person's evidence
 * is corrected and the list decided again, with what was said before and after kept.
 */
export async function objectOnce(desk: ListDesk): Promise<void> {
  const { hr } = desk.people;
  const notice = await until(
    `the notice of ${desk.unitId}`,
    async () => (await hr.session.get<{ items: NoticeItem[] }>(`${desk.path}/notices`)).items.at(-1),
    (shown) => shown?.endedAt === null,
  );
  const about = notice?.entries[0]?.appraisalId;
  if (about === undefined) throw new Error(`nobody is shown by the notice of ${desk.unitId}`);
  const unfounded = { ...RECORDED, text: '演示：认为名额过多。' };
  await answer(desk, await record(desk, unfounded), {
    verdict: 'dismissed',
    reason: '演示：名额按规定比例核定，计算过程已公开。',
  });
  const founded = { ...RECORDED, about, text: '演示：第二季度平时考核分数登记有误。' };
  await answer(desk, await record(desk, founded), {
    ...{ verdict: 'upheld', reason: '演示：经核对原始记录，该季度登记有误。' },
    touch: { kind: 'evidence', appraisals: [about] },
  });
  await untilCollecting(desk);
  const period = `${desk.rehearsal.year}-Q2`;
  const rows = [{ appraisalId: about, period, value: '90' }];
  await hr.session.post(`/api/cycles/${desk.cycleId}/routine`, { rows });
  await submitAgain(desk);
  await approveThrough(desk);
}

async function record(desk: ListDesk, objection: Record<string, unknown>): Promise<string> {
  const path = `${desk.path}/objections`;
  const { objectionId } = await desk.people.hr.session.post<{ objectionId: string }>(path, objection);
  return objectionId;
}

async function answer(desk: ListDesk, objectionId: string, given: Record<string, unknown>): Promise<void> {
  const [leader] = desk.people.leaders;
  await leader.session.post(`/api/objections/${objectionId}/answer`, given);
}
