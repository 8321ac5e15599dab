import { describe, expect, it } from '@jest/globals';
import { compileScoring, evaluateColumns } from '@kaoji/domain';
import { bareLoop } from './bare-loop.js';
import { benchText } from './bench-report.js';
import { runEngineBench } from './engine-bench.js';
import { benchRulebook, benchYear } from './engine-year.js';

describe('runEngineBench', () => {
  it('reports ours, the other and the ratio of both comparisons, after holding their grades against each other', async () => {
    const report = await runEngineBench({ appraisees: 600, explained: 60, repeats: 1 });
    expect(report).toMatchObject({
      bench: 'engine',
      cases: [{ otherName: 'typed-array loop' }, { otherName: 'derivations off' }],
    });
    for (const { ours, other, ratio } of report.cases) expect(ratio).toBeCloseTo(ours / other, 1);
    expect(benchText(report)).toHaveLength(3);
  });

  it.each([1, 2, 3])('measures a year (seed %i) in which every grade occurs and seats are short', (seed) => {
    const compiled = compileScoring(benchRulebook());
    const year = benchYear(compiled, 1_000, seed);
    const { grades, quota } = evaluateColumns(compiled, year);
    expect([...new Set(grades)].sort()).toEqual([0, 1, 2, 3]);
    expect(quota.some(({ displaced }) => displaced.length > 0)).toBe(true);
    expect([...bareLoop(year)]).toEqual([...grades]);
  });
});
