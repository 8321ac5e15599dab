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

function deeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => deeperThan(member, levels - 1));
}

function parsed(text: string): { readonly value: unknown } | null {
  try {
    const value: unknown = JSON.parse(text);
    return !deeperThan(value, DEEPEST) && canonicalJson(value) === text ? { value } : null;
  } catch {
    return null;
  }
}

/** The value of bytes in canonical JSON (RFC 8785). Null for any other writing of it, and beyond 100 levels. */
export function readCanonical(bytes: Uint8Array): { readonly value: unknown } | null {
  const text = textOf(bytes);
  return text === null ? null : parsed(text);
}

/** A value a line, each in canonical JSON and ended by a line feed; null in the place of a line that is not. */
export function readCanonicalLines(bytes: Uint8Array): readonly ({ readonly value: unknown } | null)[] {
  if (bytes.length === 0) return [];
  const text = textOf(bytes);
  if (text === null || !text.endsWith('\n')) return [null];
  return text.slice(0, -1).split('\n').map(parsed);
}
