import { Refusal } from '../refusal.js';
import { NONE, type DerivationNode } from './node.js';
import { recomputeDecision } from './recompute-decision.js';
import { recomputeNumber } from './recompute-number.js';

export type DerivationCheck =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly path: string; // children.0.children.2 from the root; empty for the root itself
      readonly what: string;
      readonly expected: string;
      readonly found: string;
    };

function indexById(node: DerivationNode, found: Map<string, string>): Map<string, string> {
  if (node.id !== undefined) found.set(node.id, node.value);
  for (const child of node.children) indexById(child, found);
  return found;
}

function expectedValue(
  node: DerivationNode,
  named: ReadonlyMap<string, string>,
  inputs: ReadonlyMap<string, string> | undefined,
): string {
  const { operation, children } = node;
  switch (operation.op) {
    case 'input':
      // What the case does not say is `none`: an unknown fact, a measure nobody took.
      return inputs === undefined ? node.value : (inputs.get(operation.from) ?? NONE);
    case 'refer':
      return named.get(operation.to) ?? '(no such node)';
    case 'sum':
    case 'difference':
    case 'product':
    case 'minimum':
    case 'mean':
    case 'trimmed_mean':
    case 'weighted_mean':
    case 'ratio':
    case 'survey_share':
    case 'wilson':
    case 'clamp':
    case 'round':
    case 'dual_posts':
      return recomputeNumber(
        operation,
        children.map((child) => child.value),
      );
    default:
      return recomputeDecision(operation, children);
  }
}

function safely(compute: () => string): string {
  try {
    return compute();
  } catch (error) {
    // A child that is no number makes the step impossible, which is a finding and no crash.
    if (error instanceof Refusal || error instanceof RangeError)
      return `(cannot be computed: ${error.message})`;
    throw error;
  }
}

/**
 * Recomputes every node from its children and reports the first that differs, parents before children's
 * siblings. `inputs` (from `derivationInputs`) also holds each input against the case; without it inputs are
 * taken as given.
 */
export function checkDerivation(root: DerivationNode, inputs?: ReadonlyMap<string, string>): DerivationCheck {
  const named = indexById(root, new Map());
  const visit = (node: DerivationNode, path: string): DerivationCheck => {
    for (const [at, child] of node.children.entries()) {
      const below = visit(child, path === '' ? `children.${at}` : `${path}.children.${at}`);
      if (!below.ok) return below;
    }
    const expected = safely(() => expectedValue(node, named, inputs));
    return expected === node.value
      ? { ok: true }
      : { ok: false, path, what: node.what.en, expected, found: node.value };
  };
  return visit(root, '');
}
