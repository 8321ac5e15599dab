import { objectOnce } from './object-once.js';
import { approveThrough, openDesk, type ListDesk } from './list-desk.js';
import { passOn } from './pass-on.js';
import { returnSome } from './return-some.js';
import { standAside, type SteppedIn } from './stand-aside.js';
import type { Participant } from '../participants.js';
import type { Rehearsal } from '../rehearsal-context.js';

/** How the first units of the year decide; every other one is simply approved. */
const STORIES: readonly ((desk: ListDesk) => Promise<SteppedIn | void>)[] = [returnSome, passOn, standAside];
/** The unit whose notice meets an objection that is upheld. */
const OBJECTED = 2;

/**
 * One unit's list is decided by named persons, through as many rounds as its story takes. Between the units every verb of an approval
 * is used; one notice is objected to, and the list decided again.
 */
export async function decideList(
  rehearsal: Rehearsal,
  cycleId: string,
  unitId: string,
  participants: readonly Participant[],
): Promise<SteppedIn> {
  const index = rehearsal.places.units.findIndex(({ id }) => id === unitId);
  const desk = await openDesk(rehearsal, cycleId, unitId, participants);
  const steppedIn = await (STORIES[index] ?? approveThrough)(desk);
  if (index === OBJECTED) await objectOnce(desk);
  return steppedIn ?? { superiorsForNobody: 0 };
}
