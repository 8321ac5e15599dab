import { describe, expect, it } from '@jest/globals';

import { parseBenchOptions } from '../src/arguments/bench-options.mjs';
import { parseStressOptions } from '../src/arguments/stress-options.mjs';
import { parseTestOptions } from '../src/arguments/test-options.mjs';
import { nodeVersionFault } from '../src/node-version.mjs';

describe('parseBenchOptions', () => {
  it.each(['approvals', 'audit', 'cycle', 'engine', 'replay', 'survey', 'survey-page', 'tally'])(
    'runs %s and hands the rest to it',
    (name) => {
      expect(parseBenchOptions([name, '--json'])).toEqual({
        kind: 'options',
        options: { name, rest: ['--json'] },
      });
    },
  );

  it.each([{ argv: [] }, { argv: ['all'] }, { argv: ['--json', 'cycle'] }])(
    'refuses $argv and names the benches',
    ({ argv }) => {
      expect(parseBenchOptions(argv)).toMatchObject({
        kind: 'fault',
        fault: expect.stringContaining('engine'),
      });
    },
  );
});

describe('parseStressOptions', () => {
  it.each(['approvals', 'survey'])('runs that of %s and hands the rest to it', (name) => {
    expect(parseStressOptions([name, '--quick'])).toEqual({
      kind: 'options',
      options: { name, rest: ['--quick'] },
    });
  });

  it.each([{ argv: [] }, { argv: ['--quick'] }, { argv: ['cycle'] }])('refuses $argv', ({ argv }) => {
    expect(parseStressOptions(argv)).toMatchObject({
      kind: 'fault',
      fault: expect.stringContaining('survey'),
    });
  });
});

describe('parseTestOptions', () => {
  it('runs the whole suite without arguments', () => {
    expect(parseTestOptions([])).toEqual({ kind: 'options', options: { whole: true } });
  });

  it('runs only what the arguments select otherwise', () => {
    const argv = ['libs/domain', '-t', 'quota'];
    expect(parseTestOptions(argv)).toEqual({
      kind: 'options',
      options: { whole: false, jestArguments: argv },
    });
  });

  it('refuses to watch, since it must end with a count', () => {
    expect(parseTestOptions(['--watch']).kind).toBe('fault');
  });
});

describe('nodeVersionFault', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('accepts Node %s', (version) => {
    expect(nodeVersionFault(version)).toBeNull();
  });

  it.each(['18.20.0', '20.18.3'])('refuses Node %s and names it', (version) => {
    expect(nodeVersionFault(version)).toContain(version);
  });
});
