import type { Clock } from '../../ports/gateways.js';
import type { Transactions } from '../../ports/stores.js';
import { readCycle, type CycleWithUnits } from '../views/cycles.js';

type WatchDeps = { readonly transactions: Transactions; readonly clock: Clock };
type Listener = (cycle: CycleWithUnits) => void;
type Watched = { readonly listeners: Set<Listener>; last: { text: string; cycle: CycleWithUnits } | null };

/** Tells whoever listens where a cycle stands, at once and whenever that changes. */
export type CycleWatch = {
  /** Gives the way out. Whether the listener may know is for whoever subscribes to ask. */
  subscribe(cycleId: string, listener: Listener): () => void;
  stop(): void;
};

/** Reads each cycle somebody listens to once per beat, however many listen: what nobody listens to is not read. */
export function createCycleWatch(
  { transactions, clock }: WatchDeps,
  { everyMs }: { readonly everyMs: number },
): CycleWatch {
  const cycles = new Map<string, Watched>();

  const look = async (cycleId: string, watched: Watched): Promise<void> => {
    const cycle = await transactions.read((stores) => readCycle(stores, cycleId, clock.now()));
    const text = JSON.stringify(cycle);
    if (watched.last?.text === text) return;
    watched.last = { text, cycle };
    for (const listener of watched.listeners) listener(cycle);
  };
  const watch = (cycleId: string, watched: Watched): void => {
    const again = (): void => {
      if (cycles.get(cycleId) !== watched) return;
      setTimeout(() => watch(cycleId, watched), everyMs).unref();
    };
    if (cycles.get(cycleId) !== watched) return;
    // A database that is away for a while is asked again at the next beat; screens keep what they have.
    void look(cycleId, watched).then(again, again);
  };

  return {
    subscribe: (cycleId, listener) => {
      const watched = cycles.get(cycleId) ?? { listeners: new Set<Listener>(), last: null };
      const isFirst = !cycles.has(cycleId);
      watched.listeners.add(listener);
      if (watched.last !== null) listener(watched.last.cycle);
      if (isFirst) {
        cycles.set(cycleId, watched);
        watch(cycleId, watched);
      }
      return () => {
        watched.listeners.delete(listener);
        if (watched.listeners.size === 0 && cycles.get(cycleId) === watched) cycles.delete(cycleId);
      };
    },
    stop: () => cycles.clear(),
  };
}
