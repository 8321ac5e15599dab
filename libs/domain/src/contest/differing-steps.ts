import type { DerivationNode } from '../derivation/node.js';
import type { DifferingStep } from '../evaluate/diff-evaluations.js';

/**
 * Every step in which two derivations of one person part, causes before what follows from them: a mark, then its
 * mean, then the composite, then the grade. Children are paired by what they are, so that a struck-out mark is one
 * step on one side and not a shift of all that come after it.
 */
export function differingSteps(
  before: DerivationNode,
  after: DerivationNode,
  path = '',
): readonly DifferingStep[] {
  const below = paired(before.children, after.children).flatMap(([a, b], at) => {
    const here = path === '' ? `children.${at}` : `${path}.children.${at}`;
    if (a === undefined || b === undefined) return [stepAt(here, a, b)];
    return differingSteps(a, b, here);
  });
  const same = before.value === after.value && before.rule === after.rule;
  return same ? below : [...below, stepAt(path, before, after)];
}

function stepAt(path: string, a: DerivationNode | undefined, b: DerivationNode | undefined): DifferingStep {
  return {
    path,
    what: (a ?? b)?.what ?? { zh: '', en: '' },
    a: a?.value ?? null,
    b: b?.value ?? null,
    clauseA: a?.clause ?? null,
    clauseB: b?.clause ?? null,
  };
}

type Pair = readonly [DerivationNode | undefined, DerivationNode | undefined];

function paired(before: readonly DerivationNode[], after: readonly DerivationNode[]): readonly Pair[] {
  const named = (nodes: readonly DerivationNode[]) => {
    const seen = new Map<string, number>();
    return new Map(
      nodes.map((node) => {
        const name = nameOf(node);
        const nth = (seen.get(name) ?? 0) + 1;
        seen.set(name, nth);
        return [`${name}#${nth}`, node] as const;
      }),
    );
  };
  const [a, b] = [named(before), named(after)];
  return [...new Set([...a.keys(), ...b.keys()])].map((name) => [a.get(name), b.get(name)]);
}

/**
 * What a step is, whatever it comes to and whichever rule decided it: another band is the same step with another
 * grade. Marks stand in the tree under who gave them, which is part of the words.
 */
function nameOf({ id, what, operation }: DerivationNode): string {
  return JSON.stringify([operation.op, id ?? null, what.zh]);
}
