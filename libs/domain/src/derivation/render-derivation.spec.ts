import { describe, expect, it } from '@jest/globals';
import { evaluateUnit } from '../evaluate/evaluate-unit.js';
import {
  appraiseeWith,
  caseWith,
  dimensionWith,
  markedWith,
  partWith,
  raterWith,
  rulebookWith,
  seededCase,
  seededRulebook,
} from '../testing.js';
import type { DerivationNode } from './node.js';
import { renderDerivation } from './render-derivation.js';

const rulebook = rulebookWith({
  grades: [
    { code: 'excellent', title: { zh: '优秀', en: 'Excellent' } },
    { code: 'competent', title: { zh: '合格', en: 'Competent' } },
    { code: 'basically_competent', title: { zh: '基本合格', en: 'Basically competent' } },
    { code: 'incompetent', title: { zh: '不合格', en: 'Incompetent' } },
  ],
});

const unitCase = caseWith([
  markedWith('a', '95'),
  markedWith('b', '93'),
  ...['70', '70', '70'].map((mark, at) => markedWith(`c${at}`, mark)),
]);

function linesOf(id: string, language: 'zh' | 'en'): string[] {
  const tree = evaluateUnit(rulebook, unitCase).people.find((person) => person.id === id)?.derivation;
  if (tree === undefined) throw new Error('derivations are on');
  return renderDerivation(tree, language, rulebook);
}

describe('renderDerivation', () => {
  it('runs from the result down to the marks, with the clause of every step, in Chinese', () => {
    const lines = linesOf('b', 'zh');
    expect(lines[0]).toBe('考核结果 = 合格');
    expect(lines).toContain('  名额确定后的档次 = 合格 〔Art 15〕');
    expect(lines).toContain('    拟定档次 = 优秀  {取较差}');
    expect(lines).toContain('    名额 = 1  {保留0位小数，舍去} 〔Art 15〕');
    expect(lines.find((line) => line.includes('排名'))).toBe(
      '    排名 = 2 — 排第2位，名额1个；与第1位相比，由“综合得分”分出，在名额线外',
    );
    expect(lines.some((line) => line.trim() === '评分: 93')).toBe(true);
  });

  it('says the same in English', () => {
    const lines = linesOf('b', 'en');
    expect(lines[0]).toBe('result = Competent');
    expect(lines).toHaveLength(linesOf('b', 'zh').length);
    expect(lines.join('\n')).not.toMatch(/\p{Script=Han}/u);
  });

  it('shows dropped marks, void ballots and shared weights', () => {
    const ballot = { id: 'ballot', clause: 'F9', voidWhenAllMaximum: true };
    const raters = [
      raterWith('supervisor', '60', { minCount: 2 }),
      raterWith('peer', '40', { trim: { dropHighest: 1, dropLowest: 1, whenMoreThan: 2 }, ballot }),
    ];
    const noted = rulebookWith({
      dimensions: [
        dimensionWith('work', '100', [
          partWith('p', '100', { source: { kind: 'marks', max: '100', raters } }),
        ]),
      ],
    });
    const marks = ['70', '80', '90', '100'].map((value, at) => ({
      part: 'p',
      role: 'peer',
      rater: `r${at}`,
      value,
    }));
    const [person] = evaluateUnit(noted, caseWith([appraiseeWith('a', { marks })])).people;
    const text = renderDerivation(person?.derivation as DerivationNode, 'en', noted).join('\n');
    expect(person?.composite).toBe('80');
    expect(text).toContain('mark (dropped): 70');
    expect(text).toContain('1 void (a ballot with the maximum for everyone is void)');
    expect(text).toContain(
      '"supervisor" has no valid score: its weight is shared by the others in proportion',
    );
  });

  it('never names a rater', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const random = seededRulebook(seed);
      const trees = evaluateUnit(random, seededCase(seed, random)).people.map(({ derivation }) => derivation);
      expect(JSON.stringify(trees).includes('rater-zz-')).toBe(false);
    }
  });

  it('has words for every operation the engine uses', () => {
    const seen = new Set<string>();
    const visit = (node: DerivationNode): void => {
      seen.add(node.operation.op);
      node.children.forEach(visit);
    };
    for (let seed = 0; seed < 60; seed += 1) {
      const random = seededRulebook(seed);
      for (const { derivation } of evaluateUnit(random, seededCase(seed, random)).people) {
        if (derivation !== undefined) visit(derivation);
      }
    }
    expect([...seen].sort()).toEqual([
      'band',
      'between',
      'clamp',
      'difference',
      'dual_posts',
      'first',
      'heaviest',
      'input',
      'largest_remainder',
      'lookup',
      'mean',
      'minimum',
      'needs_people',
      'product',
      'quota_cap',
      'ratio',
      'refer',
      'round',
      'rule',
      'seat',
      'sum',
      'survey_share',
      'trimmed_mean',
      'weighted_mean',
      'wilson',
      'worst',
    ]);
  });
});
