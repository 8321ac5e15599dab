/** What a person wrote, within a value kept as JSON: words and numbers of ours beside it stay readable. */
const WRITTEN: ReadonlySet<string> = new Set(['note', 'reason', 'grounds']);

type Change = (text: string, path: string) => string;

/**
 * The value with its texts changed: a text itself, those of a list, or the written fields of an object. `path` tells
 * apart texts of one value. Null and everything else stay.
 */
export function changeTexts(value: unknown, path: string, change: Change): unknown {
  if (typeof value === 'string') return change(value, path);
  if (Array.isArray(value)) return value.map((part, at) => changeTexts(part, `${path}.${at}`, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, unknown]) => [
      name,
      WRITTEN.has(name) && typeof part === 'string' ? change(part, `${path}.${name}`) : part,
    ]),
  );
}
