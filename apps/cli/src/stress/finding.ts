/** One line of a stress run: what was found next to what may be found. */
export type Finding = {
  readonly what: string;
  readonly found: string;
  readonly wanted: string;
  readonly holds: boolean;
};

const words = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });

/** Must be so many, not one more and not one less. */
export function exactly(what: string, found: number, wanted: number): Finding {
  return { what, found: words(found), wanted: words(wanted), holds: found === wanted };
}

export function atLeast(what: string, found: number, wanted: number, unit = ''): Finding {
  return { what, found: words(found) + unit, wanted: `≥ ${words(wanted)}${unit}`, holds: found >= wanted };
}

export function atMost(what: string, found: number, wanted: number, unit = ''): Finding {
  return { what, found: words(found) + unit, wanted: `≤ ${words(wanted)}${unit}`, holds: found <= wanted };
}

/** Said, and nothing asked of it. */
export function told(what: string, found: number | string, unit = ''): Finding {
  const text = typeof found === 'number' ? words(found) + unit : found;
  return { what, found: text, wanted: '', holds: true };
}
