import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let waiting: ((proved: boolean) => void)[] = [];

function tell(): void {
  for (const listener of listeners) listener();
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks whoever sits here to prove again who they are; whether they did. Several that wait are asked once. */
export function askStepUp(): Promise<boolean> {
  return new Promise((answer) => {
    waiting = [...waiting, answer];
    tell();
  });
}

/** Whoever sits here proved it, or would rather not decide now. */
export function stepUpAnswered(proved: boolean): void {
  const answers = waiting;
  waiting = [];
  tell();
  for (const answer of answers) answer(proved);
}
export const useStepUpAsked = (): boolean => useSyncExternalStore(subscribe, () => waiting.length > 0);
