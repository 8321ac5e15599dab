/** Runs work, at most so many pieces at once; the rest waits in order. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

/** A gate with a bounded queue; `full` says (by throwing) what happens to whoever finds it full. */
export function createGate(
  limits: { readonly concurrent: number; readonly waiting: number },
  full: () => never,
): Gate {
  const queue: (() => void)[] = [];
  let running = 0;

  async function enter(): Promise<void> {
    if (running < limits.concurrent) {
      running += 1;
      return;
    }
    if (queue.length >= limits.waiting) full();
    // Whoever leaves hands over its place: `running` stays as it is.
    await new Promise<void>((resolve) => queue.push(resolve));
  }

  function leave(): void {
    const next = queue.shift();
    if (next === undefined) running -= 1;
    else next();
  }

  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
