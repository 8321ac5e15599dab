import { accountOfPerson } from '../rehearsal-context.js';
import { act, approveThrough, readAnew, type ListDesk } from './list-desk.js';
import { signatory } from './list-people.js';

/** How many steps fell to the superiors because nobody else was left. */
export type SteppedIn = { readonly superiorsForNobody: number };

/**
 * A list on which two appraisees ask that somebody stand aside: once that is refused, once granted. The supervisor is then out, and
 * as nobody else holds that office the superiors sit in their place: nothing passes by itself.
 */
export async function standAside(desk: ListDesk): Promise<SteppedIn> {
  const { supervisor, leaders } = desk.people;
  const [first, second] = desk.participants.filter(({ person }) => person.special === null);
  if (first === undefined || second === undefined) throw new Error('nobody ordinary on the list');
  const challenge = async ({ appraisalId, person }: typeof first, against: string): Promise<void> => {
    const own = await signatory(desk.rehearsal, accountOfPerson(desk.rehearsal, person.id).username);
    const path = `/api/appraisals/${appraisalId}/recusal-requests`;
    await own.session.post(path, { against, reason: '演示：曾有个人矛盾，申请回避。' });
  };
  await challenge(first, leaders[2].id);
  const refused = { to: [leaders[2].id], reason: '演示：所述情形不影响公正审定。' };
  await act(desk, leaders[0], 'refuse_recusal', refused);
  await challenge(second, supervisor.id);
  await act(desk, leaders[0], 'grant_recusal', { to: [supervisor.id], reason: '演示：情形属实，同意回避。' });
  const { seats } = await readAnew(desk);
  if (!seats.some(({ origin, state }) => origin === 'no_approver' && state === 'waiting'))
    throw new Error('the superiors were not asked where nobody else was left');
  await act(desk, leaders[0], 'claim');
  await approveThrough(desk);
  return { superiorsForNobody: 1 };
}
