import type { Resident } from './known-campaign.js';

/**
 * How much better than chance guesses are: the number of right ones, next to its mean and standard deviation when the
 * same guesses are dealt to the same residents at random (permutation distribution, computed exactly). Normal to a good
 * approximation for hundreds of residents; 0 is chance.
 */
export function betterThanChance(guesses: readonly number[], truths: readonly number[]): number {
  const n = truths.length;
  const values = [...new Set([...guesses, ...truths])];
  const guessed = values.map((value) => guesses.filter((one) => one === value).length);
  const held = values.map((value) => truths.filter((one) => one === value).length);
  const hits = guesses.filter((guess, at) => guess === truths[at]).length;
  const mean = sum(values.map((_, v) => (guessed[v] ?? 0) * (held[v] ?? 0))) / n;
  // Sum over all pairs of the doubly centred match matrix, squared, over n - 1.
  let squares = 0;
  for (const [g] of values.entries()) {
    for (const [h] of values.entries()) {
      const match = g === h ? 1 : 0;
      const centred = match - (held[g] ?? 0) / n - (guessed[h] ?? 0) / n + mean / n;
      squares += (guessed[g] ?? 0) * (held[h] ?? 0) * centred ** 2;
    }
  }
  const deviation = Math.sqrt(squares / (n - 1));
  return deviation === 0 ? 0 : (hits - mean) / deviation;
}

/** The sorted answers dealt out in the order of an attack: how much better than chance it knows each one's answer. */
export function answersKnown(order: readonly string[], residents: readonly Resident[]): number {
  const valueOf = new Map(residents.map(({ linkHash, value }) => [linkHash, value]));
  const truths = order.map((linkHash) => valueOf.get(linkHash) ?? 0);
  return betterThanChance([...truths].sort(), truths);
}

/** The published comments dealt out in the order of an attack: how many it gives to whoever wrote them. */
export function commentsKnown(
  order: readonly string[],
  residents: readonly Resident[],
  published: readonly string[],
): number {
  const commentOf = new Map(residents.map(({ linkHash, comment }) => [linkHash, comment]));
  const writers = order.filter((linkHash) => commentOf.get(linkHash) !== '');
  return writers.filter((linkHash, at) => commentOf.get(linkHash) === published[at]).length;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}
