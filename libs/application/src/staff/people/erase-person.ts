import { Refusal, contestState } from '@kaoji/domain';
import type { Clock } from '../../ports/gateways.js';
import { ERASED } from '../../ports/person-sealing.js';
import type { Appraisal, Instant } from '../../ports/records.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand, forbidden, holdsSomewhere } from '../access/permissions.js';
import { findCycle, notFound } from '../find.js';

export type ErasureInput = {
  readonly personRef: string;
  /** The person's name, typed by whoever confirms. */
  readonly name: string;
  /** The rule that allows it. */
  readonly clause: string;
};
export type Erased = { readonly personRef: string; readonly erasedBy: string; readonly erasedAt: Instant };

const ENDED: ReadonlySet<Appraisal['status']> = new Set(['recorded', 'left']);

/**
 * Destroys the key of a person: name, phone and every text about them read as erased from now on, in every process, and
 * no row changes. Refuses `NOT_FOUND`, `FORBIDDEN` (HR of every area the person was appraised in may, nobody about
 * themself), `ERASURE_NOT_CONFIRMED` (another name was typed), `ERASURE_TOO_EARLY` (an appraisal, the time to contest or
 * a contest is still open), `PERSON_KEY_GONE` (erased already, or never sealed).
 */
export async function erasePerson(
  { transactions, clock }: { readonly transactions: Transactions; readonly clock: Clock },
  actor: Actor,
  { personRef, name, clause }: ErasureInput,
): Promise<Erased> {
  const erasedAt = clock.now();
  return transactions.run(async (stores) => {
    const [person] = await stores.places.people([personRef]);
    if (person === undefined) throw notFound('person');
    const appraisals = await stores.appraisals.ofPerson(personRef);
    await demandEverywhere(stores, actor, personRef, appraisals);
    if (person.name === ERASED) throw gone();
    if (person.name !== name) throw notConfirmed();
    for (const appraisal of appraisals) await refuseWhileOpen(stores, appraisal, erasedAt);
    await stores.personKeys.destroy(personRef, actor.accountId, clause, erasedAt);
    return { personRef, erasedBy: actor.accountId, erasedAt };
  });
}

async function demandEverywhere(
  stores: Stores,
  actor: Actor,
  personRef: string,
  appraisals: readonly Appraisal[],
): Promise<void> {
  if (actor.personId === personRef || !holdsSomewhere(actor, 'person.erase')) throw forbidden();
  for (const cycleId of new Set(appraisals.map((row) => row.cycleId))) {
    const { areaId } = await findCycle(stores, cycleId);
    demand(actor, 'person.erase', { areaId, unitId: 'whole_area' });
  }
}

/** Until then the texts are what a decision or a contest rests on. */
async function refuseWhileOpen(stores: Stores, appraisal: Appraisal, now: Instant): Promise<void> {
  const { id, status, contestUntil } = appraisal;
  if (!ENDED.has(status) || (contestUntil !== null && contestUntil > now)) throw tooEarly(id);
  const contest = await stores.decisions.contestOf(id);
  if (contest === null) return;
  const events = await stores.contests.events(contest.id);
  const stand = contestState(events.map(({ body }) => body)).status;
  if (stand !== 'ended' && stand !== 'withdrawn') throw tooEarly(id);
}

const gone = (): Refusal => new Refusal('PERSON_KEY_GONE', 'This person is erased already.');
const notConfirmed = (): Refusal =>
  new Refusal('ERASURE_NOT_CONFIRMED', 'The name typed is not the name of this person: nothing was erased.');
const tooEarly = (appraisalId: string): Refusal =>
  new Refusal(
    'ERASURE_TOO_EARLY',
    'An appraisal of this person, the time to contest it or a contest is still open: erase afterwards.',
    { appraisalId },
  );
