import { entitlementState, startOfCivilDay, type EntitlementState } from '@kaoji/domain';
import type { Clock } from '../../ports/gateways.js';
import type { LedgerEntry } from '../../ports/ledger.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { forbidden, holds } from '../access/permissions.js';
import { notFound } from '../find.js';
import { civilDay } from './civil-today.js';

export type LedgerView = {
  readonly personRef: string;
  readonly at: string; // civil date
  readonly state: EntitlementState;
  readonly entries: readonly LedgerEntry[];
};
type Deps = { readonly transactions: Transactions; readonly clock: Clock };

/**
 * Somebody's ledger, every entry and reversal of the areas the reader answers for, and where it stands at a
 * date (today when none is given). Refuses `CIVIL_DATE_INVALID`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function readLedger(
  { transactions, clock }: Deps,
  actor: Actor,
  personRef: string,
  on?: string,
): Promise<LedgerView> {
  return transactions.read(async (stores) => {
    const [person] = await stores.places.people([personRef]);
    if (person === undefined) throw notFound('person');
    const readable = await readableCycles(stores, actor, personRef);
    if (readable.size === 0) throw forbidden();
    const entries = (await stores.ledger.ofPerson(personRef)).filter(({ cycleId }) => readable.has(cycleId));
    return viewOf(personRef, entries, on ?? civilDay(clock.now()));
  });
}

/** One's own ledger. Refuses `NOT_FOUND` where the account belongs to nobody, `CIVIL_DATE_INVALID`. */
export async function ownLedger(
  { transactions, clock }: Deps,
  actor: Actor,
  on?: string,
): Promise<LedgerView> {
  const { personId } = actor;
  if (personId === null) throw notFound('person of this account');
  return transactions.read(async (stores) =>
    viewOf(personId, await stores.ledger.ofPerson(personId), on ?? civilDay(clock.now())),
  );
}

function viewOf(personRef: string, entries: readonly LedgerEntry[], at: string): LedgerView {
  startOfCivilDay(at, 'Asia/Shanghai');
  return { personRef, at, state: entitlementState(entries, at), entries };
}

/** Cycles of this person in units where the reader may read ledgers. */
async function readableCycles(stores: Stores, actor: Actor, personId: string): Promise<ReadonlySet<string>> {
  const readable = new Set<string>();
  for (const { cycleId, unitId } of await stores.appraisals.ofPerson(personId)) {
    const cycle = await stores.cycles.byId(cycleId);
    if (cycle !== null && holds(actor, 'ledger.read', { areaId: cycle.areaId, unitId }))
      readable.add(cycleId);
  }
  return readable;
}
