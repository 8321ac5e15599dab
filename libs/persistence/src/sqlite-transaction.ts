import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { faultOf } from './driver-faults.js';

/** How long a transaction waits for a SQLite file another process writes to. */
const WAIT_MS = 15_000;
const LONGEST_PAUSE_MS = 50;

/** BEGIN IMMEDIATE takes the write lock at once: a lock wanted later could only be refused, never waited for. */
async function begin(runner: QueryRunner): Promise<void> {
  const until = Date.now() + WAIT_MS;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await runner.query('BEGIN IMMEDIATE');
      return;
    } catch (fault) {
      if (faultOf(fault).kind !== 'retry' || Date.now() > until) throw fault;
      await pause(1 + Math.random() * Math.min(5 * attempt, LONGEST_PAUSE_MS));
    }
  }
}

/** Runs `work` in a transaction that holds the write lock from its start; the caller sees to one at a time per connection. */
export async function inImmediateTransaction<T>(
  source: DataSource,
  work: (runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const runner = source.createQueryRunner();
  await begin(runner);
  try {
    const result = await work(runner);
    await runner.query('COMMIT');
    return result;
  } catch (fault) {
    await runner.query('ROLLBACK').catch(() => undefined);
    throw fault;
  }
}
