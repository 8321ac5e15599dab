import { Refusal, contentHash, rulebookSchema, type Calendar, type Rulebook } from '@kaoji/domain';
import type { Stores } from '../../ports/stores.js';
import { pinnedCalendar } from './calendar-shelf.js';

/** Adopted rulebooks and the calendars pinned with them, parsed and checked against their hashes. */
export type RulebookShelf = {
  /**
   * Refuses `RULEBOOK_UNKNOWN`, and `RULEBOOK_EDITED` when what is stored is no longer what was adopted:
   * somebody changed it behind our back, and no grade may rest on it.
   */
  take(stores: Stores, hash: string): Promise<Rulebook>;
  /** The calendar a cycle pinned. Refuses `CALENDAR_UNKNOWN`. */
  calendar(stores: Stores, hash: string): Promise<Calendar>;
};

/** A shelf that reads each rulebook and calendar once: what has a hash never changes. */
export function createRulebookShelf(): RulebookShelf {
  const taken = new Map<string, Rulebook>();
  const pinned = new Map<string, Calendar>();
  return {
    async take(stores, hash) {
      const found = taken.get(hash) ?? (await readRulebook(stores, hash));
      taken.set(hash, found);
      return found;
    },
    async calendar(stores, hash) {
      const found = pinned.get(hash) ?? (await pinnedCalendar(stores, hash));
      pinned.set(hash, found);
      return found;
    },
  };
}

/** Reads and checks it now, whatever was read before. Refuses as `RulebookShelf.take` does. */
export async function readRulebook(stores: Stores, hash: string): Promise<Rulebook> {
  const adopted = await stores.rulebooks.byHash(hash);
  if (adopted === null) {
    throw new Refusal('RULEBOOK_UNKNOWN', 'No rulebook with this hash was adopted. Adopt it first.', {
      hash,
    });
  }
  const rulebook = parsed(adopted.body);
  if (rulebook === null || contentHash(rulebook) !== hash) {
    throw new Refusal(
      'RULEBOOK_EDITED',
      'The stored rulebook is not the one that was adopted under this hash. Restore it before anything else.',
      { hash },
    );
  }
  return rulebook;
}

function parsed(body: string): Rulebook | null {
  try {
    const read = rulebookSchema.safeParse(JSON.parse(body));
    return read.success ? read.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
