/** Whole numbers and picks that follow from a seed alone (mulberry32). */
export type Dice = {
  readonly below: (limit: number) => number;
  readonly chance: (inHundred: number) => boolean;
  readonly pick: <T>(values: readonly [T, ...T[]]) => T;
};

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number) => next() % limit;
  return {
    below,
    chance: (inHundred) => below(100) < inHundred,
    pick: (values) => values[below(values.length)] ?? values[0],
  };
}
