import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { keepDraft, readDraft, watchDrafts } from './drafts.js';

type Draft<T> = {
  /** What was being written, or `empty`. */
  readonly draft: T;
  /** Whether anything is kept. */
  readonly isKept: boolean;
  readonly keep: (next: T) => void;
  /** After sending, or on wish. */
  readonly forget: () => void;
};

/**
 * What somebody is writing and has not sent, kept on this machine under their account and a name (`marking.<cycle>`): it
 * outlives a reload and an ended session, and is forgotten on sending (`forget`) and on signing out. Plain data only;
 * `empty` must not change from one drawing to the next.
 */
export function useDraft<T>(account: string, name: string, empty: T): Draft<T> {
  const text = useSyncExternalStore(watchDrafts, () => readDraft(account, name));
  const draft = useMemo(() => (text === null ? empty : parsed(text, empty)), [text, empty]);
  const keep = useCallback((next: T) => keepDraft(account, name, JSON.stringify(next)), [account, name]);
  const forget = useCallback(() => keepDraft(account, name, null), [account, name]);
  return { draft, isKept: text !== null, keep, forget };
}

/** What another version of this page kept may not be readable. */
function parsed<T>(text: string, empty: T): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    return empty;
  }
}
