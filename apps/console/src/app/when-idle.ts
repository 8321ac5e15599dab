/** Where the browser does not say when it is idle (Safari): a pause between two works. */
const PAUSE_MS = 200;

/** Does the work once the page has nothing else to do; gives the way to call it off. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const asked = requestIdleCallback(() => work());
    return () => cancelIdleCallback(asked);
  }
  const timer = setTimeout(work, PAUSE_MS);
  return () => clearTimeout(timer);
}
