import { useMemo, type ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import { useDimensionTree } from './dimension-tree.js';
import { graphTexts } from './graph-texts.js';
import { ProcessGraph } from './process-graph.js';
import { TreePicture } from './tree-picture.js';
import type { TreeNode } from './tree-layout.js';

/** The rulebook in two pictures, each said in words beneath: what weighs how much, and how a year runs. */
export function RulebookGraph(): ReactNode {
  const say = useTexts(graphTexts);
  const make = useDimensionTree();
  const tree = useMemo(() => make(), [make]);
  return (
    <>
      <section className="sheet stack" aria-labelledby="graph-dimensions">
        <h2 id="graph-dimensions">{say('dimensions')}</h2>
        <div className="table-frame" tabIndex={0} role="group" aria-labelledby="graph-dimensions">
          <TreePicture root={tree} label={say('dimensionsPicture')} />
        </div>
        <details>
          <summary>{say('inWords')}</summary>
          <ul>
            <InWords node={tree} />
          </ul>
        </details>
      </section>
      <ProcessGraph />
    </>
  );
}

function InWords({ node: { label, weight, children } }: { readonly node: TreeNode }): ReactNode {
  return (
    <li>
      {label} {weight !== null && <strong>{weight}</strong>}
      {children.length > 0 && (
        <ul>
          {children.map((child) => (
            <InWords key={child.id} node={child} />
          ))}
        </ul>
      )}
    </li>
  );
}
