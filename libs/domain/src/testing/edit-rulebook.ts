import { isMap, isSeq, parseDocument, type Document } from 'yaml';

type Step = string | number;

/** `quota.tieBreaks[tie.draw].draw`: names, and `[id]` or `[code]` or `[position]` inside lists. */
function stepsOf(document: Document, path: string): readonly Step[] {
  const steps: Step[] = [];
  for (const [, name, item] of path.matchAll(/([A-Za-z_]\w*)|\[([^\]]+)\]/g)) {
    if (name !== undefined) steps.push(name);
    if (item === undefined) continue;
    const list = steps.length === 0 ? document.contents : document.getIn(steps, true);
    if (!isSeq(list)) throw new Error(`no list at ${steps.join('.')}`);
    const found = list.items.findIndex(
      (each) =>
        isMap(each) &&
        [each.get('id'), each.get('code'), each.get('role'), each.get('record')].includes(item),
    );
    const index = found < 0 ? Number(item) : found;
    if (!(index >= 0 && index <= list.items.length)) throw new Error(`no "${item}" at ${steps.join('.')}`);
    steps.push(index);
  }
  return steps;
}

/** A change to a rulebook file: a value to put at a path, or `undefined` to take what is there away. */
export type Edit = readonly [path: string, value: unknown];

let parsed: { readonly text: string; readonly document: Document } | null = null;

/** Reading YAML takes most of the time, and tables of edits start from one text. */
function documentOf(text: string): Document {
  if (parsed?.text !== text) parsed = { text, document: parseDocument(text) };
  return parsed.document.clone();
}

/** The text of a rulebook with edits made in order; comments and order stay. Throws on a path that leads nowhere. */
export function editRulebook(text: string, edits: readonly Edit[]): string {
  const document = documentOf(text);
  for (const [path, value] of edits) {
    const steps = stepsOf(document, path);
    if (value !== undefined) document.setIn(steps, document.createNode(value));
    else if (!document.deleteIn(steps)) throw new Error(`nothing to take away at ${path}`);
  }
  return document.toString({ lineWidth: 0 });
}
