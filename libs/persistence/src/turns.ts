/** Lets one piece of work in at a time, in the order of arrival. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** A queue of its own; a failed piece of work lets the next one in like any other. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
