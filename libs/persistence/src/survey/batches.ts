export type Batches<Item, Outcome> = {
  /** The item's own outcome, once its batch has run. */
  put(item: Item): Promise<Outcome>;
  /** Waits until everything put so far has its outcome. */
  drain(): Promise<void>;
};

export type BatchOptions<Item, Outcome> = {
  /** Runs one batch; outcomes in the order of the items. A rejection is every item's. */
  run(items: readonly Item[]): Promise<readonly PromiseSettledResult<Outcome>[]>;
  /** Batches under way at the same time. */
  readonly lanes: number;
  readonly mostItems: number;
  /** How long the first item of a batch waits for company when a lane is free. */
  readonly gatherMs: number;
  readonly mostWaiting: number;
  /** What an item is refused with, at once, when so many wait already. */
  busy(): Error;
};

type Waiting<Item, Outcome> = {
  readonly item: Item;
  resolve(outcome: Outcome): void;
  reject(reason: unknown): void;
};

/** Puts what arrives together, or while all lanes are busy, into one batch. */
export function createBatches<Item, Outcome>(options: BatchOptions<Item, Outcome>): Batches<Item, Outcome> {
  const { lanes, mostItems, gatherMs, mostWaiting } = options;
  let waiting: Waiting<Item, Outcome>[] = [];
  let underWay = 0;
  let gathering: NodeJS.Timeout | null = null;
  let drained: (() => void)[] = [];

  const start = (): void => {
    if (gathering !== null) clearTimeout(gathering);
    gathering = null;
    while (underWay < lanes && waiting.length > 0) {
      const batch = waiting.slice(0, mostItems);
      waiting = waiting.slice(mostItems);
      underWay += 1;
      void runBatch(batch).finally(next);
    }
  };
  const next = (): void => {
    underWay -= 1;
    start();
    if (underWay > 0) return;
    for (const done of drained) done();
    drained = [];
  };
  const runBatch = async (batch: readonly Waiting<Item, Outcome>[]): Promise<void> => {
    try {
      const outcomes = await options.run(batch.map(({ item }) => item));
      batch.forEach(({ resolve, reject }, position) => {
        const outcome = outcomes[position]!;
        if (outcome.status === 'fulfilled') resolve(outcome.value);
        else reject(outcome.reason);
      });
    } catch (fault) {
      for (const { reject } of batch) reject(fault);
    }
  };

  return {
    put: (item) =>
      new Promise<Outcome>((resolve, reject) => {
        if (waiting.length >= mostWaiting) {
          reject(options.busy());
          return;
        }
        waiting.push({ item, resolve, reject });
        if (underWay >= lanes) return;
        if (waiting.length >= mostItems) start();
        else gathering ??= setTimeout(start, gatherMs);
      }),
    drain: () =>
      new Promise<void>((resolve) => {
        if (waiting.length === 0 && underWay === 0) resolve();
        else drained.push(resolve);
      }),
  };
}
