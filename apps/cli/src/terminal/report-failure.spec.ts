import { describe, expect, it } from '@jest/globals';
import { ConfigFault } from '@kaoji/config';
import { Refusal } from '@kaoji/domain';
import { CommanderError } from 'commander';
import { type FailureOptions, reportFailure } from './report-failure.js';

type Ending = { lines: string[]; out: string[]; exitCode: number | null };

function failed(error: unknown, options: Partial<FailureOptions> = {}): Ending {
  const result: Ending = { lines: [], out: [], exitCode: null };
  reportFailure(
    {
      out: (line) => void result.out.push(line),
      err: (line) => void result.lines.push(line),
      setExitCode: (code) => void (result.exitCode = code),
    },
    error,
    { debug: false, json: false, ...options },
  );
  return result;
}

describe('reportFailure', () => {
  it('says a refusal in one line, whatever its sentence holds, and exits 2', () => {
    expect(failed(new Refusal('NOT_JSON', 'no\n  good\tat all '))).toEqual({
      out: [],
      lines: ['kaoji: NOT_JSON: no good at all'],
      exitCode: 2,
    });
  });

  it('gives a program the details as JSON', () => {
    const { out } = failed(new Refusal('NOT_JSON', 'no', { line: 3 }), { json: true });
    expect(out.map((line) => JSON.parse(line) as unknown)).toEqual([
      { format: 'kaoji-error/1', code: 'NOT_JSON', message: 'no', details: { line: 3 } },
    ]);
  });

  it('names a faulty configuration', () => {
    expect(failed(new ConfigFault(['DATABASE_URL: not valid']))).toEqual({
      out: [],
      lines: ['kaoji: CONFIG_INVALID: Configuration is not usable: DATABASE_URL: not valid'],
      exitCode: 2,
    });
  });

  it.each([
    [0, 0],
    [1, 2],
  ])('leaves the words to commander, and turns its exit %i into %i', (theirs, ours) => {
    expect(failed(new CommanderError(theirs, 'commander.any', 'said already'))).toEqual({
      out: [],
      lines: [],
      exitCode: ours,
    });
  });

  it('keeps a fault of Kaoji itself apart: exit 3, and where it happened only with --debug', () => {
    const fault = new TypeError('x is undefined');
    expect(failed(fault)).toEqual({
      out: [],
      lines: ['kaoji: UNEXPECTED: x is undefined (a fault of Kaoji itself; --debug shows where)'],
      exitCode: 3,
    });
    expect(failed(fault, { debug: true }).lines[1]).toContain('report-failure.spec');
  });
});
