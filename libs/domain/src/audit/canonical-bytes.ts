import { canonicalJson } from '../rulebook/canonical-json.js';

/** A text, or null for bytes that are no UTF-8. A byte order mark is a letter like any other. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const DEEPEST = 100; // nobody honest nests deeper, and whatever walks the value later has stack for it
const ESCAPED_SURROGATE = '\\ud';

type Shape = 'in_order' | 'out_of_order' | 'too_deep';

/** Whether the members of every object stand in the order of their names, as canonical JSON has them. */
function shapeOf(value: unknown, levels: number): Shape {
  if (typeof value !== 'object' || value === null) return 'in_order';
  if (levels === 0) return 'too_deep';
  let shape: Shape = 'in_order';
  let before = '';
  const ordered = !Array.isArray(value);
  for (const [name, member] of Object.entries(value as object)) {
    if (ordered && name < before) shape = 'out_of_order';
    before = name;
    const inner = shapeOf(member, levels - 1);
    if (inner === 'too_deep') return inner;
    if (inner === 'out_of_order') shape = inner;
  }
  return shape;
}

/** Most of what is verified is this: parsing once and writing once, both the engine's own, tell that nothing differs. */
function parsed(text: string): { readonly value: unknown } | null {
  try {
    const value: unknown = JSON.parse(text);
    const shape = shapeOf(value, DEEPEST);
    if (shape === 'too_deep') return null;
    const plain = shape === 'in_order' && !text.includes(ESCAPED_SURROGATE);
    if (plain && JSON.stringify(value) === text) return { value };
    return canonicalJson(value) === text ? { value } : null;
  } catch {
    return null;
  }
}

/** The value of bytes in canonical JSON (RFC 8785). Null for any other writing of it, and beyond 100 levels. */
export function readCanonical(bytes: Uint8Array): { readonly value: unknown } | null {
  const text = textOf(bytes);
  return text === null ? null : parsed(text);
}

/** What a line in canonical JSON says. */
export type CanonicalLine = { readonly value: unknown };

/** Several checks read the same lines; they live as long as the bytes do. */
const READ = new WeakMap<Uint8Array, readonly (CanonicalLine | null)[]>();

/** A value a line, each in canonical JSON and ended by a line feed; null in the place of a line that is not. */
export function readCanonicalLines(bytes: Uint8Array): readonly (CanonicalLine | null)[] {
  const known = READ.get(bytes);
  if (known !== undefined) return known;
  const read = linesIn(bytes);
  READ.set(bytes, read);
  return read;
}

function linesIn(bytes: Uint8Array): readonly (CanonicalLine | null)[] {
  if (bytes.length === 0) return [];
  const text = textOf(bytes);
  if (text === null || !text.endsWith('\n')) return [null];
  return text.slice(0, -1).split('\n').map(parsed);
}
