/** A tree to be drawn from left to right. */
export type TreeNode = {
  readonly id: string;
  readonly label: string;
  /** How much it weighs, as the rulebook writes it. */
  readonly weight: string | null;
  readonly children: readonly TreeNode[];
};
export type PlacedNode = {
  readonly node: TreeNode;
  readonly depth: number;
  /** From 0; halves for what stands between two rows. */
  readonly row: number;
  readonly parent: PlacedNode | null;
};

/** Every node with its column and row: a leaf has a row of its own, whatever holds leaves stands in their middle. */
export function placeTree(root: TreeNode): { readonly nodes: readonly PlacedNode[]; readonly rows: number } {
  let rows = 0;
  const rowOf = new Map<TreeNode, number>();
  const measure = (node: TreeNode): number => {
    const below = node.children.map(measure);
    const [first, last] = [below[0], below.at(-1)];
    const row = first === undefined || last === undefined ? rows++ : (first + last) / 2;
    rowOf.set(node, row);
    return row;
  };
  measure(root);
  const place = (node: TreeNode, depth: number, parent: PlacedNode | null): readonly PlacedNode[] => {
    const placed = { node, depth, row: rowOf.get(node) ?? 0, parent };
    return [placed, ...node.children.flatMap((child) => place(child, depth + 1, placed))];
  };
  return { nodes: place(root, 0, null), rows };
}

/** A text broken into lines of at most so many half-widths, a Chinese character being two; the rest is cut with `…`. */
export function brokenText(text: string, width: number, lines: number): readonly string[] {
  const done: string[] = [];
  let line = '';
  for (const piece of text.match(/[ -~’“”]+?(?: |$)|[ -~’“”]+|./gu) ?? []) {
    if (line !== '' && widthOf(line + piece.trimEnd()) > width) {
      done.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  done.push(line.trimEnd());
  if (done.length <= lines) return done;
  return [...done.slice(0, lines - 1), `${done[lines - 1] ?? ''}…`];
}

function widthOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (/[\u2e80-\uffef]/u.test(sign) ? 2 : 1), 0);
}
