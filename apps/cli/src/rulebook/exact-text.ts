import type { ExactText } from '@kaoji/domain';

/** `0.2` as `20%`; a fraction such as `1/3` stays as it is, since its percentage has no end. */
export function percent(value: ExactText): string {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(value);
  if (match === null) return value;
  const decimals = (match[2] ?? '').padEnd(2, '0');
  const whole = `${match[1] ?? ''}${decimals.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const rest = decimals.slice(2).replace(/0+$/, '');
  return `${whole}${rest === '' ? '' : `.${rest}`}%`;
}

/** The exact number; a fraction also shows about where it lies, cut after two decimals: `268/3 (≈89.33)`. */
export function readable(value: ExactText): string {
  const match = /^(-?)(\d+)\/(\d+)$/.exec(value);
  if (match === null) return value;
  const hundredths = (BigInt(match[2] ?? '0') * 100n) / BigInt(match[3] ?? '1');
  const digits = hundredths.toString().padStart(3, '0');
  return `${value} (≈${match[1] ?? ''}${digits.slice(0, -2)}.${digits.slice(-2)})`;
}
