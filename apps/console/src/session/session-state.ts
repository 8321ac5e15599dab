import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let ended = false;

function tell(now: boolean): void {
  ended = now;
  for (const listener of listeners) listener();
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The service no longer knows this session: whoever is in the middle of something signs in over it. */
export const sessionEnded = (): void => tell(true);
export const sessionBegun = (): void => tell(false);
export const useSessionEnded = (): boolean => useSyncExternalStore(subscribe, () => ended);
