import { act, submitAgain, type ListDesk } from './list-desk.js';

const DAY_MS = 86_400_000;

/**
 * A list whose seats move: delegated and given back, transferred, taken back, returned as a whole; then transferred for good, and
 * decided by a leading group of which one stood aside (personnel name who follows), one is represented by a deputy, and one says no.
 */
export async function passOn(desk: ListDesk): Promise<void> {
  const { hr, supervisor, leaders, panel } = desk.people;
  await act(desk, supervisor, 'delegate', { to: [panel[0].id] });
  await act(desk, panel[0], 'give_back', { reason: '演示：已核对，无异议。' });
  const transferred = await act(desk, supervisor, 'transfer', { to: [panel[1].id] });
  await act(desk, supervisor, 'withdraw', { act: transferred.act });
  const reason = '演示：名单整体退回，请补全总结述职。';
  await act(desk, supervisor, 'return', { returnTo: 'collection', reason });
  await submitAgain(desk);

  await act(desk, supervisor, 'transfer', { to: [panel[1].id] });
  await act(desk, panel[1], 'approve');
  await act(desk, leaders[2], 'recuse', { reason: '演示：与名单中一人有亲属关系。' });
  await act(desk, hr, 'hand_over', {
    to: [leaders[2].id, panel[2].id],
    reason: '演示：班子成员回避，由考核组成员接替。',
  });
  await act(desk, leaders[0], 'reject', { reason: '演示：对优秀人选排序有不同意见。' });
  const now = Date.now();
  await leaders[1].session.post('/api/deputies', {
    deputy: panel[3].id,
    fromAt: now - DAY_MS,
    untilAt: now + DAY_MS,
    reason: '演示：外出学习。',
  });
  await act(desk, panel[3], 'approve', { onBehalfOf: leaders[1].id });
  await act(desk, panel[2], 'approve');
}
