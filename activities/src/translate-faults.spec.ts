import { describe, expect, it } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import { Refusal } from '@kaoji/domain';
import { translateFaults } from './translate-faults.js';

const failureOf = async (fault: unknown): Promise<{ failure: ApplicationFailure; reported: unknown[] }> => {
  const reported: unknown[] = [];
  const step = translateFaults(
    'composeUnit',
    (name, thrown) => void reported.push([name, thrown]),
    async (): Promise<void> => {
      throw fault;
    },
  );
  const failure = await step().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(failure instanceof ApplicationFailure)) throw new Error('no failure');
  return { failure, reported };
};

describe('translateFaults', () => {
  it.each<{ rule: string; fault: unknown; type: string; retried: boolean }>([
    {
      rule: 'ends the step on a refusal that stays',
      fault: new Refusal('CASE_INVALID', '张三的考核数据有误'),
      type: 'CASE_INVALID',
      retried: false,
    },
    ...['VERSION_CONFLICT', 'DATABASE_UNAVAILABLE', 'TEMPORAL_UNAVAILABLE', 'SURVEY_SCALE_MISMATCH'].map(
      (code) => ({
        rule: `tries again on ${code}`,
        fault: new Refusal(code, '张三'),
        type: code,
        retried: true,
      }),
    ),
    {
      rule: 'tries again on a fault it does not know',
      fault: new Error("Duplicate entry '张三' for key 'person'"),
      type: 'FAULT',
      retried: true,
    },
  ])('$rule, and tells the history no more than a code', async ({ fault, type, retried }) => {
    const { failure, reported } = await failureOf(fault);
    expect(failure.type).toBe(type);
    expect(failure.nonRetryable ?? false).toBe(!retried);
    expect(JSON.stringify([failure.message, failure.details, failure.cause ?? null])).not.toContain('张三');
    expect(reported).toEqual([['composeUnit', fault]]);
  });

  it('passes on what the step gives', async () => {
    const step = translateFaults(
      'openUnit',
      () => {},
      async (input: number) => input + 1,
    );
    expect(await step(1)).toBe(2);
  });
});
