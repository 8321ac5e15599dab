import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluateUnit } from '../evaluate/evaluate-unit.js';
import { seededCase, seededRulebook } from '../testing.js';
import { checkDerivation } from './check-derivation.js';
import { derivationInputs } from './derivation-inputs.js';
import type { DerivationNode } from './node.js';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

function treesOf(seed: number) {
  const rulebook = seededRulebook(seed);
  const unitCase = seededCase(seed, rulebook);
  const { people } = evaluateUnit(rulebook, unitCase);
  return { rulebook, unitCase, people };
}

/** Every place of a tree, root first. */
function pathsOf(node: DerivationNode): number[][] {
  return [[], ...node.children.flatMap((child, at) => pathsOf(child).map((path) => [at, ...path]))];
}

function valueAt(node: DerivationNode, path: readonly number[]): string {
  const [at, ...rest] = path;
  const child = at === undefined ? undefined : node.children[at];
  return child === undefined ? node.value : valueAt(child, rest);
}

function withValue(node: DerivationNode, path: readonly number[], value: string): DerivationNode {
  const [first, ...rest] = path;
  if (first === undefined) return { ...node, value };
  return {
    ...node,
    children: node.children.map((child, at) => (at === first ? withValue(child, rest, value) : child)),
  };
}

describe('checkDerivation', () => {
  it('accepts every derivation the engine makes, and its root is the final result', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { rulebook, unitCase, people } = treesOf(seed);
        const inputsOf = derivationInputs(rulebook, unitCase);
        for (const { id, final, composite, derivation } of people) {
          if (derivation === undefined) throw new Error('derivations are on');
          expect({ seed, id, check: checkDerivation(derivation) }).toEqual({ seed, id, check: { ok: true } });
          expect(checkDerivation(derivation, inputsOf(id))).toEqual({ ok: true });
          expect(derivation.value).toBe(final.grade ?? final.status);
          expect(JSON.stringify(derivation)).toContain(`"value":"${composite ?? 'none'}"`);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('finds any single changed value when the inputs are held against the case', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.nat(),
        fc.constantFrom('1', '-3', '90.01', 'excellent', 'none', 'true', 'held'),
        (seed, at, lie) => {
          const { rulebook, unitCase, people } = treesOf(seed);
          const person = people[at % people.length];
          if (person?.derivation === undefined) throw new Error('derivations are on');
          const paths = pathsOf(person.derivation);
          const path = paths[at % paths.length] ?? [];
          fc.pre(valueAt(person.derivation, path) !== lie);
          const changed = withValue(person.derivation, path, lie);
          expect(checkDerivation(changed, derivationInputs(rulebook, unitCase)(person.id)).ok).toBe(false);
        },
      ),
      { numRuns: 150 },
    );
  });
});
