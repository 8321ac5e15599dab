import type { DemoPerson } from '../demo/demo-person.js';
import { allAppraisals } from './all-appraisals.js';
import type { ApiSession } from './api-session.js';

/** A simulated person and their appraisal in this cycle. */
export type Participant = { readonly appraisalId: string; readonly person: DemoPerson };

/** Joins every appraisal of the cycle to its simulated person. */
export async function participantsOf(
  hr: ApiSession,
  cycleId: string,
  people: readonly DemoPerson[],
): Promise<readonly Participant[]> {
  const byId = new Map(people.map((person) => [person.id, person]));
  return (await allAppraisals(hr, cycleId)).flatMap((item) => {
    const person = byId.get(item.personRef);
    return person === undefined ? [] : [{ appraisalId: item.id, person }];
  });
}
