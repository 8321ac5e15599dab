import { describe, expect, it } from '@jest/globals';

import { parseStartOptions } from '../src/arguments/start-options.mjs';

const defaults = {
  once: false,
  json: false,
  fresh: false,
  rehearsal: true,
  appraisees: 48,
  seed: '2026',
  workingDayMs: null,
};

describe('parseStartOptions', () => {
  it.each([
    { rule: 'rehearses 48 people and stays up when told nothing', argv: [], changed: {} },
    { rule: 'takes --once and --json', argv: ['--once', '--json'], changed: { once: true, json: true } },
    { rule: 'takes --fresh', argv: ['--fresh'], changed: { fresh: true } },
    { rule: 'leaves the rehearsal out', argv: ['--no-rehearsal'], changed: { rehearsal: false } },
    { rule: 'takes up to 2,000 people', argv: ['--appraisees', '2000'], changed: { appraisees: 2_000 } },
    { rule: 'takes a seed', argv: ['--seed=autumn-1'], changed: { seed: 'autumn-1' } },
    {
      rule: 'takes the length of a working day',
      argv: ['--working-day-ms', '40'],
      changed: { workingDayMs: 40 },
    },
  ])('$rule', ({ argv, changed }) => {
    expect(parseStartOptions(argv)).toEqual({ kind: 'options', options: { ...defaults, ...changed } });
  });

  it.each([
    { rule: 'an unknown option', argv: ['--nope'], named: '--nope' },
    { rule: 'a word that is no option', argv: ['now'], named: 'now' },
    { rule: 'nobody', argv: ['--appraisees', '0'], named: '--appraisees' },
    { rule: 'more than 2,000 people', argv: ['--appraisees', '2001'], named: '--appraisees' },
    { rule: 'half a person', argv: ['--appraisees', '1.5'], named: '--appraisees' },
    { rule: 'an option without its value', argv: ['--seed'], named: '--seed' },
    { rule: 'a seed a shell could read otherwise', argv: ['--seed', 'a b;c'], named: '--seed' },
    { rule: 'a working day of no length', argv: ['--working-day-ms', '0'], named: '--working-day-ms' },
    { rule: '--json without a rehearsal', argv: ['--json', '--no-rehearsal'], named: '--no-rehearsal' },
  ])('refuses $rule in one line that names it', ({ argv, named }) => {
    const parsed = parseStartOptions(argv);
    expect(parsed.kind).toBe('fault');
    const fault = parsed.kind === 'fault' ? parsed.fault : '';
    expect(fault).toContain(named);
    expect(fault.split('\n')).toHaveLength(1);
  });

  it('offers help before anything else', () => {
    expect(parseStartOptions(['--help', '--once']).kind).toBe('help');
  });
});
