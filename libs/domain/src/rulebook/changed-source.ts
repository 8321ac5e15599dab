import { isScalar, isMap, isSeq, parseDocument, stringify, type Scalar } from 'yaml';
import { canonicalJson } from './canonical-json.js';
import { canonicalDecimal } from './schema/text.js';
import { readYamlTree } from './yaml-tree.js';

export type NumberChange = { readonly path: string; readonly value: string };

/**
 * The file of a rulebook with other numbers and another version. Everything else stays as it was written, comments
 * and lines too; where a number stands behind an alias, which would change others with it, the file is written anew
 * from what it says. The text must be readable YAML and hold every path.
 */
export function changedSource(text: string, changes: readonly NumberChange[], version: string): string {
  const wanted = readYamlTree(text).data;
  for (const { path, value } of changes) put(wanted, path.split('.'), written(value));
  put(wanted, ['version'], version);
  const edited = spliced(text, [
    ...changes.map(({ path, value }) => ({ path, with: canonicalDecimal(value) })),
    { path: 'version', with: `'${version.replaceAll("'", "''")}'` },
  ]);
  const same = edited !== null && canonicalJson(readYamlTree(edited).data) === canonicalJson(wanted);
  return same ? edited : stringify(wanted);
}

type Splice = { readonly path: string; readonly with: string };

/** Replaces values where they stand; null when one of them stands nowhere by itself. */
function spliced(text: string, splices: readonly Splice[]): string | null {
  const { contents } = parseDocument(text);
  const places: { readonly from: number; readonly to: number; readonly with: string }[] = [];
  for (const { path, with: by } of splices) {
    const range = scalarAt(contents, path.split('.'))?.range;
    if (range === undefined || range === null) return null;
    places.push({ from: range[0], to: range[1], with: by });
  }
  places.sort((one, other) => other.from - one.from);
  return places.reduce((done, { from, to, with: by }) => done.slice(0, from) + by + done.slice(to), text);
}

function scalarAt(node: unknown, [key, ...rest]: readonly string[]): Scalar | null {
  if (key === undefined) return isScalar(node) ? node : null;
  if (isMap(node)) return scalarAt(node.get(key, true), rest);
  if (isSeq(node)) return scalarAt(node.items[Number(key)], rest);
  return null;
}

/** As the reader gives it: whole numbers as numbers, all others by their digits. */
function written(value: string): number | string {
  const text = canonicalDecimal(value);
  return /^-?\d+$/.test(text) ? Number(text) : text;
}

function put(data: unknown, path: readonly string[], value: number | string): void {
  const [key = '', ...rest] = path;
  const here = data as Record<string, unknown>;
  if (rest.length === 0) here[key] = value;
  else put(here[key], rest, value);
}
