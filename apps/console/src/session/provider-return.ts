/**
 * The way back from an identity provider. Who confirms a decision does so in a window of its own, which says here what the
 * provider answered; whoever signs in comes back in the same window, to where they were going.
 */
const CHANNEL = 'kaoji.provider';
const GOING = 'kaoji.going';
const AGAIN = 'again.';

/** Whether this answer belongs to somebody who is signed in and confirms. */
export const isAgain = (query: string): boolean =>
  new URLSearchParams(query).get('state')?.startsWith(AGAIN) === true;

/** Says to the window that waits what the provider answered. */
export function tellWaiting(query: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(query);
  channel.close();
}

/** Calls back once with what the provider answered in another window; the function given ends the waiting. */
export function awaitProvider(answered: (query: string) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') answered(data);
  };
  return () => channel.close();
}

/** Remembers where somebody was going before the provider; only ways within the console are kept. */
export const going = {
  keep: (to: string): void => sessionStorage.setItem(GOING, to),
  take: (): string => {
    const to = sessionStorage.getItem(GOING) ?? '/';
    sessionStorage.removeItem(GOING);
    return /^\/(?![/\\])/.test(to) ? to : '/';
  },
};
