import { InvalidArgumentError } from 'commander';

/** An option that is a whole number above zero. */
export function aboveZero(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('a whole number above 0');
  return value;
}
