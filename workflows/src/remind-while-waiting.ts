import { condition } from '@temporalio/workflow';
import type { ReminderInput } from '@kaoji/temporal-contract';
import { waitUntil } from './wait-until.js';

type Wait = {
  readonly done: () => boolean;
  readonly remindAt: number;
  readonly escalateAt: number;
  readonly endsAt?: number; // absent: waits as long as it takes
  readonly remind: (kind: ReminderInput['kind']) => Promise<void>;
};

/**
 * Waits for people: a reminder, then word to their superior, each once and only while the wait lasts. The end
 * of the wait decides nothing; with no end, nothing but a person ends it.
 */
export async function remindWhileWaiting({
  done,
  remindAt,
  escalateAt,
  endsAt,
  remind,
}: Wait): Promise<void> {
  for (const { kind, at } of [
    { kind: 'remind', at: remindAt },
    { kind: 'escalate', at: escalateAt },
  ] as const) {
    if (endsAt !== undefined && at >= endsAt) continue;
    if (await waitUntil(at, done)) return;
    await remind(kind);
  }
  await (endsAt === undefined ? condition(done) : waitUntil(endsAt, done));
}
