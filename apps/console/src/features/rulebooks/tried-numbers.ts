import type { AdjustableNumber } from '@kaoji/domain/rulebook';

/** What was typed instead, by the number's first place. */
export type Tried = Readonly<Record<string, string>>;

export function keyOf({ paths }: AdjustableNumber): string {
  return paths[0] ?? '';
}

/** A decimal the service takes. */
export function isNumber(value: string): boolean {
  return /^\d{1,12}(\.\d{1,6})?$/.test(value);
}

/** What to ask for: a line between two bands changes in both. */
export function changesOf(
  numbers: readonly AdjustableNumber[],
  tried: Tried,
): { path: string; value: string }[] {
  return numbers.flatMap((number) => {
    const value = tried[keyOf(number)];
    return value === undefined ? [] : number.paths.map((path) => ({ path, value }));
  });
}
