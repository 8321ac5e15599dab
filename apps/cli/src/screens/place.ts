import type { CycleView } from '@kaoji/http-contract';
import { Refusal } from '@kaoji/domain';
import type { DemoAccount } from '../demo/demo-accounts.js';
import { sessions } from '../rehearsal/rehearsal-context.js';

type Year = { readonly id: string; readonly year: number; readonly units: readonly string[] };

/** A running demo and what lies in it. */
export type Place = {
  readonly url: string;
  readonly account: (name: string) => DemoAccount;
  /** What the public API tells somebody. */
  readonly ask: <T>(who: string, path: string) => Promise<T>;
  /** The year that was lived through, and the one left to people. */
  readonly closed: Year;
  readonly open: Year;
};

/** Finds its way about a demo as a first `npm start` leaves it. Refuses `USAGE` for any other. */
export async function openPlace(url: string, accounts: readonly DemoAccount[]): Promise<Place> {
  const session = sessions(url, accounts);
  const ask = async <T>(who: string, path: string): Promise<T> => (await session(who)).get<T>(path);
  const { items } = await ask<{ items: { id: string; year: number }[] }>('hr', '/api/cycles');
  const [closed, open, ...others] = items.toSorted((one, other) => one.year - other.year);
  if (closed === undefined || open === undefined || others.length > 0)
    throw new Refusal('USAGE', 'Takes pictures of a demo as a first `npm start` leaves it: two years.');
  const withUnits = async (id: string): Promise<Year> => {
    const { year, units } = await ask<CycleView>('hr', `/api/cycles/${id}`);
    return { id, year, units: units.map(({ unitId }) => unitId) };
  };
  return {
    ...{ url, ask, closed: await withUnits(closed.id), open: await withUnits(open.id) },
    account: (name) => {
      const found = accounts.find(({ username }) => username === name);
      if (found === undefined) throw new Refusal('USAGE', `There is no demo account ${name}.`);
      return found;
    },
  };
}
