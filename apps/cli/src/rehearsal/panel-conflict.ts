import type { AccountView, PanelListView } from '@kaoji/http-contract';
import { allAppraisals } from './all-appraisals.js';
import { accountOf, type Rehearsal } from './rehearsal-context.js';

const PANEL = /^panel-/;

/**
 * A member of the panel says whose relative they are: of the first person of the roster, whom they are then not asked
 * to mark. It is the one seated first (seats go by account id), so that there is a seat to give to somebody else. To be
 * called before marks are asked for.
 */
export async function memberDeclaresRelative(rehearsal: Rehearsal, cycleId: string): Promise<void> {
  const hr = await rehearsal.session(accountOf(rehearsal, 'hr_officer').username);
  const members = await Promise.all(
    rehearsal.accounts
      .filter(({ username }) => PANEL.test(username))
      .map(async ({ username }) => {
        const session = await rehearsal.session(username);
        return { session, id: (await session.get<AccountView>('/api/me')).id };
      }),
  );
  const [first] = members.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (first === undefined) return;
  const ordinary = new Set(rehearsal.people.filter(({ special }) => special === null).map(({ id }) => id));
  const relative = (await allAppraisals(hr, cycleId)).find(({ personRef }) => ordinary.has(personRef));
  if (relative === undefined) return;
  const declared = { accountId: first.id, kind: 'relative' };
  await first.session.post(`/api/appraisals/${relative.id}/interests`, declared);
}

/** How many seats the system gave to somebody else because of a tie; refuses to go on when there is none. */
export async function conflictsReplaced(rehearsal: Rehearsal, cycleId: string): Promise<number> {
  const hr = await rehearsal.session(accountOf(rehearsal, 'hr_officer').username);
  const { items } = await hr.get<PanelListView>(`/api/cycles/${cycleId}/panels`);
  const tied = items.flatMap(({ stoodDown }) => stoodDown).filter(({ cause }) => cause === 'relative');
  if (tied.length === 0)
    throw new Error('rehearsal: the relative of an appraisee was not taken off the panel');
  return tied.filter(({ replacedBy }) => replacedBy !== null).length;
}
