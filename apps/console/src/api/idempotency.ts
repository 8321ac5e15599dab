/** A key nobody else has; `crypto.randomUUID` is missing where an office serves without TLS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Keys for one form: asking the same thing again, as after a lost answer, carries the same key, so it happens once;
 * asking for something else carries another.
 */
export function createKeys(): (asked: unknown) => string {
  let last: { readonly text: string; readonly key: string } | null = null;
  return (asked) => {
    const text = JSON.stringify(asked);
    if (last?.text !== text) last = { text, key: newKey() };
    return last.key;
  };
}
