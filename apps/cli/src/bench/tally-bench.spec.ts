import { describe, expect, it } from '@jest/globals';
import { benchText } from './bench-report.js';
import { runTallyBench } from './tally-bench.js';

describe('runTallyBench', () => {
  it('reports both comparisons after holding the counts against each other', async () => {
    const report = await runTallyBench({ ballots: 500, repeats: 1 });
    expect(report).toMatchObject({
      bench: 'tally',
      cases: [{ otherName: 'typed-array loop' }, { otherName: 'JSON.parse alone' }],
    });
    for (const { ours, other } of report.cases) {
      expect(ours).toBeGreaterThan(0);
      expect(other).toBeGreaterThan(0);
    }
    expect(benchText(report)).toHaveLength(3);
  });
});
