import { useMemo, type ReactNode } from 'react';
import { brokenText, placeTree, type PlacedNode, type TreeNode } from './tree-layout.js';

const BOX = { width: 164, height: 54 };
const GAP = 30;
const LINE = 15;
const STEP = { x: BOX.width + GAP, y: BOX.height + 8 };

/** A tree drawn from left to right; what it says stands in words beside it. */
export function TreePicture({ root, label }: { readonly root: TreeNode; readonly label: string }): ReactNode {
  const { nodes, rows } = useMemo(() => placeTree(root), [root]);
  const columns = Math.max(...nodes.map(({ depth }) => depth)) + 1;
  const [width, height] = [columns * STEP.x - GAP + 2, rows * STEP.y];
  return (
    <svg className="picture tree" role="img" aria-label={label} width={width} height={height}>
      {nodes.map((placed) => (
        <Branch key={placed.node.id} placed={placed} />
      ))}
      {nodes.map((placed) => (
        <Box key={placed.node.id} placed={placed} />
      ))}
    </svg>
  );
}

function cornerOf({ depth, row }: PlacedNode): { readonly x: number; readonly y: number } {
  return { x: depth * STEP.x + 1, y: row * STEP.y + 4 };
}

function Branch({ placed }: { readonly placed: PlacedNode }): ReactNode {
  if (placed.parent === null) return null;
  const [to, from] = [cornerOf(placed), cornerOf(placed.parent)];
  const [x1, y1] = [from.x + BOX.width, from.y + BOX.height / 2];
  const [x2, y2] = [to.x, to.y + BOX.height / 2];
  const middle = (x1 + x2) / 2;
  return <path className="branch" d={`M${x1},${y1} C${middle},${y1} ${middle},${y2} ${x2},${y2}`} />;
}

function Box({ placed }: { readonly placed: PlacedNode }): ReactNode {
  const { x, y } = cornerOf(placed);
  const { label, weight } = placed.node;
  const room = weight === null ? 20 : 15;
  const lines = brokenText(label, room, 3);
  const first = y + BOX.height / 2 + 5 - ((lines.length - 1) * LINE) / 2;
  return (
    <g>
      <title>{weight === null ? label : `${label} ${weight}`}</title>
      <rect className="box" x={x} y={y} width={BOX.width} height={BOX.height} rx={6} />
      {lines.map((line, at) => (
        <text key={at} x={x + 10} y={first + at * LINE}>
          {line}
        </text>
      ))}
      {weight !== null && (
        <text className="weight" x={x + BOX.width - 10} y={y + BOX.height / 2 + 5} textAnchor="end">
          {weight}
        </text>
      )}
    </g>
  );
}
