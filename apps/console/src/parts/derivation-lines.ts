/** One step of a derivation as the service words it: what = value {how} 〔clause〕 — note. */
export type DerivationStep = {
  readonly what: string;
  readonly value: string;
  readonly how: string | null;
  readonly clause: string | null;
  readonly note: string | null;
  readonly children: readonly DerivationStep[];
};

const REST = /^(.*?)(?: {2}\{(.*)\})?(?: 〔(.*)〕)?(?: — (.*))?$/;

/** The tree of a result's `rendered` lines: two spaces are one level down. Gives null for no lines at all. */
export function derivationOf(lines: readonly string[]): DerivationStep | null {
  const roots: DerivationStep[] = [];
  /** The children of the last step at each level. */
  const open: DerivationStep[][] = [roots];
  for (const line of lines) {
    const depth = (line.length - line.trimStart().length) / 2;
    const { children, ...step } = stepOf(line.trimStart());
    const own: DerivationStep[] = [...children];
    const level = open[depth] ?? roots;
    level.push({ ...step, children: own });
    open.length = Math.min(open.length, depth + 1);
    open[depth + 1] = own;
  }
  return roots[0] ?? null;
}

function stepOf(text: string): DerivationStep {
  const at = text.indexOf(' = ');
  const [what, rest] = at < 0 ? splitAt(text, text.lastIndexOf(': '), 2) : splitAt(text, at, 3);
  const [, value = '', how = null, clause = null, note = null] = REST.exec(rest) ?? [];
  return { what, value, how, clause, note, children: [] };
}

function splitAt(text: string, at: number, width: number): readonly [string, string] {
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + width)];
}
