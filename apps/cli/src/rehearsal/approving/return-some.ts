import { act, approveThrough, submitAgain, type ListDesk } from './list-desk.js';

const REASON = '演示：请核对平时考核记录后重新提交。';

/**
 * A list that goes back twice: the supervisor asks others to look first and returns one person for correction; in the next
 * round the leading group returns it to the supervisor, and then approves with one abstention.
 */
export async function returnSome(desk: ListDesk): Promise<void> {
  const { hr, supervisor, leaders, panel } = desk.people;
  await act(desk, supervisor, 'read');
  await act(desk, supervisor, 'claim');
  await act(desk, supervisor, 'unclaim');
  await act(desk, supervisor, 'cc', { to: [panel[3].id] });
  await act(desk, supervisor, 'add_sign_before', { to: [panel[0].id] });
  await act(desk, supervisor, 'add_sign_after', { to: [panel[1].id, panel[2].id] });
  await act(desk, supervisor, 'remove_sign', { to: [panel[2].id] });
  await act(desk, hr, 'urge');
  await act(desk, panel[0], 'approve');
  const one = desk.participants.find(({ person }) => person.special === null);
  const appraisals = one === undefined ? [] : [one.appraisalId];
  await act(desk, supervisor, 'return', { returnTo: 'collection', appraisals, reason: REASON });
  await submitAgain(desk);

  const earlier = desk.step;
  await act(desk, supervisor, 'approve');
  const back = { returnTo: earlier, reason: '演示：请主管领导补充说明排序理由。' };
  await act(desk, leaders[0], 'return', back);
  await act(desk, leaders[1], 'return', back);
  await act(desk, leaders[2], 'abstain');
  await act(desk, supervisor, 'approve');
  await act(desk, leaders[2], 'abstain');
  await approveThrough(desk);
}
