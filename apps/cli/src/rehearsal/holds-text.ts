/**
 * Whether a text stands anywhere in a value: in its strings, its keys, or the bytes of a payload read as UTF-8.
 * Histories are searched with it for what no history may hold.
 */
export function holdsText(value: unknown, text: string): boolean {
  if (typeof value === 'string') return value.includes(text);
  if (value instanceof Uint8Array) return Buffer.from(value).includes(text);
  if (Array.isArray(value)) return value.some((item) => holdsText(item, text));
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, item]) => key.includes(text) || holdsText(item, text));
}
