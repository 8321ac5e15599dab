import type { ExactText } from '../derivation/node.js';
import { Refusal } from '../refusal.js';

/** An exact rational in lowest terms with a positive denominator; made only by the functions here. */
export type Exact = { readonly n: bigint; readonly d: bigint };

export type RoundingMode = 'half_up' | 'half_even' | 'floor' | 'ceil';

const TEXT = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/;

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** `n / d` in lowest terms. A zero denominator is a bug of the caller and throws. */
export function exact(n: bigint, d: bigint = 1n): Exact {
  if (d === 0n) throw new RangeError('exact: denominator is zero');
  if (d === 1n) return { n, d };
  const common = gcd(n < 0n ? -n : n, d < 0n ? -d : d);
  const sign = d < 0n ? -1n : 1n;
  return { n: (sign * n) / common, d: (sign * d) / common };
}

export const ZERO: Exact = { n: 0n, d: 1n };
export const ONE: Exact = { n: 1n, d: 1n };
export const HUNDRED: Exact = { n: 100n, d: 1n };

/** Whether `parseExact` takes the text. */
export function isExactText(text: string): boolean {
  const match = TEXT.exec(text);
  return match !== null && (match[4] === undefined || BigInt(match[4]) !== 0n);
}

/** Reads a decimal (`89.6`) or a fraction (`268/3`). Refuses anything else with `NUMBER_INVALID`. */
export function parseExact(text: ExactText): Exact {
  const match = TEXT.exec(text);
  if (match === null)
    throw new Refusal('NUMBER_INVALID', `Not an exact number: ${JSON.stringify(text)}`, { text });
  const sign = match[1] === '-' ? -1n : 1n;
  const whole = match[2] ?? '0';
  const decimals = match[3];
  if (decimals !== undefined) {
    return exact(sign * BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  }
  const denominator = match[4] === undefined ? 1n : BigInt(match[4]);
  if (denominator === 0n)
    throw new Refusal('NUMBER_INVALID', `Division by zero in ${JSON.stringify(text)}`, { text });
  return exact(sign * BigInt(whole), denominator);
}

/** A whole number (a count) as an exact one; throws on anything that is not a safe integer. */
export function exactFromInteger(value: number): Exact {
  if (!Number.isSafeInteger(value)) throw new RangeError(`exact: ${value} is not a safe integer`);
  return { n: BigInt(value), d: 1n };
}

/** Smallest k such that d divides 10^k, or null when the decimal expansion of n/d does not end. */
function decimalPlaces(d: bigint): number | null {
  let twos = 0;
  let fives = 0;
  while (d % 2n === 0n) {
    d /= 2n;
    twos += 1;
  }
  while (d % 5n === 0n) {
    d /= 5n;
    fives += 1;
  }
  return d === 1n ? Math.max(twos, fives) : null;
}

/** The canonical text: a decimal without trailing zeros where it ends, else a reduced fraction. */
export function formatExact(value: Exact): ExactText {
  if (value.d === 1n) return value.n.toString();
  const places = decimalPlaces(value.d);
  if (places === null) return `${value.n}/${value.d}`;
  const scaled = (value.n * 10n ** BigInt(places)) / value.d;
  const sign = scaled < 0n ? '-' : '';
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

export function addExact(a: Exact, b: Exact): Exact {
  return a.d === b.d ? exact(a.n + b.n, a.d) : exact(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtractExact(a: Exact, b: Exact): Exact {
  return addExact(a, { n: -b.n, d: b.d });
}

export function multiplyExact(a: Exact, b: Exact): Exact {
  return exact(a.n * b.n, a.d * b.d);
}

/** `a / b`; dividing by zero is a bug of the caller and throws. */
export function divideExact(a: Exact, b: Exact): Exact {
  return exact(a.n * b.d, a.d * b.n);
}

export function compareExact(a: Exact, b: Exact): -1 | 0 | 1 {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equalExact(a: Exact, b: Exact): boolean {
  return a.n === b.n && a.d === b.d;
}

export function minExact(a: Exact, b: Exact): Exact {
  return compareExact(a, b) <= 0 ? a : b;
}

export function maxExact(a: Exact, b: Exact): Exact {
  return compareExact(a, b) >= 0 ? a : b;
}

export function clampExact(value: Exact, from: Exact, to: Exact): Exact {
  return maxExact(from, minExact(to, value));
}

/** The sum, 0 for none. Adds numerators over one common denominator where it can: marks are mostly integers. */
export function sumExact(values: readonly Exact[]): Exact {
  let n = 0n;
  let d = 1n;
  for (const value of values) {
    if (value.d === d) n += value.n;
    else {
      n = n * value.d + value.n * d;
      d *= value.d;
    }
  }
  return exact(n, d);
}

function floorDivide(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n % d !== 0n && n < 0n ? quotient - 1n : quotient;
}

/**
 * Rounds to `places` decimals. `half_up` sends a tie away from zero (四舍五入), `half_even` to the even
 * digit, `floor` and `ceil` towards minus and plus infinity.
 */
export function roundExact(value: Exact, places: number, mode: RoundingMode): Exact {
  const scale = 10n ** BigInt(places);
  const n = value.n * scale;
  const below = floorDivide(n, value.d);
  const twice = 2n * (n - below * value.d); // compared with d: 0 exact, d a tie
  const up = (() => {
    switch (mode) {
      case 'floor':
        return false;
      case 'ceil':
        return twice > 0n;
      case 'half_up':
        return value.n < 0n ? twice > value.d : twice >= value.d;
      case 'half_even':
        return twice > value.d || (twice === value.d && below % 2n !== 0n);
    }
  })();
  return exact(up ? below + 1n : below, scale);
}
