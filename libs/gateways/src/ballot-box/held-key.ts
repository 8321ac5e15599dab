import type { BallotKey } from './ballot-key.js';

/** A key many wait for and use, and that is zeroed once it is forgotten and the last of them is served. */
export type HeldKey = {
  use<T>(work: (key: BallotKey) => T): Promise<T>;
  forget(): void;
};

/** Holds a key while it is being set up and used. `use` rejects as `setup` does, and after `forget`. */
export function holdKey(setup: Promise<BallotKey>): HeldKey {
  let users = 0;
  let forgotten = false;

  function zeroWhenUnused(): void {
    if (!forgotten || users > 0) return;
    void setup.then(
      ({ key }) => key.fill(0),
      () => undefined,
    );
  }

  return {
    async use(work) {
      if (forgotten) throw new Error('This key has been forgotten.');
      users += 1;
      try {
        return work(await setup);
      } finally {
        users -= 1;
        zeroWhenUnused();
      }
    },
    forget() {
      forgotten = true;
      zeroWhenUnused();
    },
  };
}
