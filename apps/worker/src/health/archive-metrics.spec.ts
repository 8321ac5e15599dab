import { describe, expect, it } from '@jest/globals';
import { metricsText } from './archive-metrics.js';

describe('metricsText', () => {
  const nothing = { at: 1_000, configured: true, closed: 3, gaps: [], failed: [] };
  const gap = (forgottenAt: number, near: boolean) => ({
    ...{ workflowId: 'w', runId: 'r', cycleId: 'c', areaId: 'a', closedAt: 0 },
    ...{ forgottenAt, near },
  });
  const lines = (text: string) => text.split('\n').filter((line) => !line.startsWith('#'));

  it('says what each gauge means', () => {
    for (const line of lines(metricsText(nothing)).filter(Boolean)) {
      const [name] = line.split(' ');
      expect(metricsText(nothing)).toContain(`# HELP ${name} `);
      expect(metricsText(nothing)).toContain(`# TYPE ${name} gauge`);
    }
  });

  it('counts gaps, those that are near, and the time left to the first loss', () => {
    const state = { ...nothing, gaps: [gap(61_000, true), gap(9_000_000, false)] };
    expect(lines(metricsText(state))).toEqual(
      expect.arrayContaining([
        'kaoji_archive_gaps 2',
        'kaoji_archive_gaps_near 1',
        'kaoji_archive_seconds_to_first_loss 60',
      ]),
    );
  });

  it('tells an archive without gaps from none at all', () => {
    expect(lines(metricsText(nothing))).toContain('kaoji_archive_seconds_to_first_loss -1');
    expect(lines(metricsText({ ...nothing, configured: false }))).toContain('kaoji_archive_configured 0');
  });
});
