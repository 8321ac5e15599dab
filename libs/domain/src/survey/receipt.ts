/** Crockford's base 32: no I, L, O or U, so that nothing in it is mistaken for something else. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;
const GROUP_HEX = 5; // 20 bits
const GROUP_SYMBOLS = 4; // 20 bits
const CODE_SYMBOLS = GROUPS * GROUP_SYMBOLS + 1;

/**
 * The receipt of an envelope, `XXXX-XXXX-XXXX-XXXX-C`: the first 80 bits of its digest (hex) in Crockford's base
 * 32, and a check character of the same 32 symbols. The check is a Reed-Solomon parity over GF(32): it tells every
 * single wrong character and every two exchanged ones, neighbours or not. Crockford's own check needs five symbols
 * more (`*~$=U`), which nobody should have to read out. Throws RangeError for what is no digest.
 */
export function receiptCode(digestHex: string): string {
  if (!/^[0-9a-f]{20,}$/.test(digestHex)) throw new RangeError('A receipt is made from a digest in hex.');
  const values = Array.from({ length: GROUPS }, (_, group) =>
    symbolsOf(Number.parseInt(digestHex.slice(group * GROUP_HEX, (group + 1) * GROUP_HEX), 16)),
  );
  return [...values, [parity([...values.flat(), 0])]].map((group) => group.map(letter).join('')).join('-');
}

/**
 * What a person typed as the digest prefix (20 hex characters) to look for; null when a character is wrong, missing
 * or too many. Forgives spaces, dashes, lower case, full-width letters, O for 0, and I or L for 1.
 */
export function readReceipt(text: string): string | null {
  const typed = text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}\u2212_.·]/gu, '')
    .toUpperCase();
  const values = [...typed.replaceAll('O', '0').replaceAll(/[IL]/g, '1')].map((symbol) =>
    SYMBOLS.indexOf(symbol),
  );
  if (values.length !== CODE_SYMBOLS || values.includes(-1) || parity(values) !== 0) return null;
  const groups = Array.from({ length: GROUPS }, (_, group) =>
    values
      .slice(group * GROUP_SYMBOLS, (group + 1) * GROUP_SYMBOLS)
      .reduce((number, value) => number * 32 + value, 0),
  );
  return groups.map((number) => number.toString(16).padStart(GROUP_HEX, '0')).join('');
}

function symbolsOf(number: number): number[] {
  return [15, 10, 5, 0].map((shift) => (number >> shift) & 31);
}

function letter(value: number): string {
  return SYMBOLS.charAt(value);
}

/**
 * Σ αⁱ·vᵢ over GF(32), the last value with weight 1; 0 for a right code. The weights of all 17 places differ and
 * none is zero, hence what the check tells.
 */
function parity(values: readonly number[]): number {
  return values.reduce((sum, value) => timesAlpha(sum) ^ value, 0);
}

/** Times the generator α, modulo x⁵ + x² + 1. */
function timesAlpha(value: number): number {
  return (value << 1) ^ (value & 16 ? 0x25 : 0);
}
