import {
  checkDerivation,
  derivationInputs,
  type DerivationNode,
  type Evaluation,
  type Rulebook,
  type UnitCase,
} from '@kaoji/domain';

/** How many steps were recomputed, and whose derivation has one that comes out differently. */
export type DerivationsChecked = {
  readonly nodes: number;
  readonly failures: number; // people
  readonly failed: readonly { person: string; path: string; what: string; expected: string; found: string }[];
};

/** Recomputes every step of every derivation from its children, and its inputs from the case. */
export function checkEvaluation(
  rulebook: Rulebook,
  unitCase: UnitCase,
  evaluation: Evaluation,
): DerivationsChecked {
  const inputsOf = derivationInputs(rulebook, unitCase);
  let nodes = 0;
  const failed = evaluation.people.flatMap(({ id, derivation }) => {
    if (derivation === undefined) return [];
    nodes += countNodes(derivation);
    const check = checkDerivation(derivation, inputsOf(id));
    if (check.ok) return [];
    const { path, what, expected, found } = check;
    return [{ person: id, path, what, expected, found }];
  });
  return { nodes, failures: failed.length, failed };
}

function countNodes(node: DerivationNode): number {
  return node.children.reduce((sum, child) => sum + countNodes(child), 1);
}
