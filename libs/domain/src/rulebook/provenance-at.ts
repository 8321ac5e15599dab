import type { Path } from './yaml-tree.js';

type Plain = Readonly<Record<string, unknown>>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of plain data, `undefined` where there is none. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
    return isPlain(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, data);
}

/** Facts have ids that are no rule ids; the root's id names the rulebook. */
function isRule(path: Path): boolean {
  return path.length > 0 && path[0] !== 'facts';
}

/** The nearest rule at or above a path, and the nearest clause. */
export function provenanceAt(data: unknown, path: Path): { rule: string | null; clause: string | null } {
  let rule: string | null = null;
  for (let length = path.length; length > 0; length -= 1) {
    const at = path.slice(0, length);
    const value = valueAt(data, at);
    if (!isPlain(value)) continue;
    if (rule === null && isRule(at) && typeof value['id'] === 'string') rule = value['id'];
    if (typeof value['clause'] === 'string') return { rule, clause: value['clause'] };
  }
  return { rule, clause: null };
}
