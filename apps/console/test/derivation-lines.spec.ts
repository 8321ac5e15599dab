import { describe, expect, it } from '@jest/globals';
import { evaluateUnit, renderDerivation } from '@kaoji/domain';
import { seededCase, seededRulebook } from '@kaoji/domain/testing';
import { derivationOf, type DerivationStep } from '../src/parts/derivation-lines.js';

const lined = (step: DerivationStep, depth = 0): readonly string[] => {
  const { what, value, how, clause, note, children } = step;
  const indent = '  '.repeat(depth);
  const rest = [
    how === null ? '' : `  {${how}}`,
    clause === null ? '' : ` 〔${clause}〕`,
    note === null ? '' : ` — ${note}`,
  ].join('');
  return [`${indent}${what} = ${value}${rest}`, ...children.flatMap((child) => lined(child, depth + 1))];
};
/** Marks share a line that is written with a colon. */
const asEquations = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => (line.includes(' = ') ? line : line.replace(/: (?=[^:]*$)/, ' = ')));

describe('derivationOf', () => {
  it('reads what stands in a line: what, value, how, clause and note', () => {
    const lines = ['结果 = 合格  {取较差 {a}} 〔京民基发〔2012〕296号〕 — 由人认定', '  评分: 86, 88'];
    expect(derivationOf(lines)).toEqual({
      ...{
        what: '结果',
        value: '合格',
        how: '取较差 {a}',
        clause: '京民基发〔2012〕296号',
        note: '由人认定',
      },
      children: [{ what: '评分', value: '86, 88', how: null, clause: null, note: null, children: [] }],
    });
  });

  it('is nothing without lines', () => {
    expect(derivationOf([])).toBeNull();
  });

  it('loses nothing of what the engine derives, in either language', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const rulebook = seededRulebook(seed);
      for (const { derivation } of evaluateUnit(rulebook, seededCase(seed, rulebook)).people) {
        if (derivation === undefined) continue;
        for (const language of ['zh', 'en'] as const) {
          const lines = renderDerivation(derivation, language, rulebook);
          const tree = derivationOf(lines);
          expect(tree === null ? [] : lined(tree)).toEqual(asEquations(lines));
        }
      }
    }
  });
});
