/** A share from 0 to 1 as people say it, by its digits and never through a float: `0.2` is `20%`, `2/3` stays. */
export function shareText(share: string): string {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(share);
  if (match === null) return share;
  const [, whole = '', fraction = ''] = match;
  const digits = fraction.padEnd(2, '0');
  const left = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const right = digits.slice(2).replace(/0+$/, '');
  return `${left}${right === '' ? '' : `.${right}`}%`;
}
