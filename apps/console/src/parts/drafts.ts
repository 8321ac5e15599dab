const PREFIX = 'kaoji.draft.';
const listeners = new Set<() => void>();
/** What a browser without storage, or with a full one, keeps at least until the page is loaded anew. */
const kept = new Map<string, string>();

const keyOf = (account: string, name: string): string => `${PREFIX}${account}.${name}`;

/** What somebody was writing, as it was kept; null where there is nothing. */
export function readDraft(account: string, name: string): string | null {
  const key = keyOf(account, name);
  try {
    return localStorage.getItem(key) ?? kept.get(key) ?? null;
  } catch {
    return kept.get(key) ?? null;
  }
}

/** Keeps what somebody is writing on this machine; null forgets it. */
export function keepDraft(account: string, name: string, text: string | null): void {
  const key = keyOf(account, name);
  kept.delete(key);
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    if (text !== null) kept.set(key, text);
  }
  for (const listener of listeners) listener();
}

/** On signing out: nothing unsent stays behind on a shared machine. */
export function forgetDrafts(account: string): void {
  kept.clear();
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(`${PREFIX}${account}.`)) localStorage.removeItem(key);
    }
  } catch {
    // Nothing could be kept there either.
  }
}

/** Told when a draft changes, also in another window. */
export function watchDrafts(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
