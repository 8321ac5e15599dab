import type { ContestStage } from '@kaoji/domain';
import { deliveryWait } from '../../engine/notify-unit.js';
import type { CycleContext } from '../../engine/cycle-context.js';
import type { Instant } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import { contestWaits, contestantsOf, outcomeWaits } from './contest-tasks.js';
import type { FoundContest } from './find-contest.js';

/** Writes the outcome of a level to the contestant and puts it into their inbox; gives until when it should reach them. */
export async function writeOutcome(
  stores: Stores,
  context: CycleContext,
  found: FoundContest,
  outcome: {
    readonly level: ContestStage;
    readonly resultHash: string;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<{ readonly remindAt: Instant; readonly escalateAt: Instant }> {
  const { level, resultHash, by, at } = outcome;
  const wait = deliveryWait(context, at);
  await stores.deliveries.write([
    {
      ...{ appraisalId: found.appraisal.id, document: level, resultHash, approvedBy: by },
      ...{ writtenAt: at, dueAt: wait.escalateAt },
    },
  ]);
  const accounts = await contestantsOf(stores, found);
  await contestWaits(stores, found, [outcomeWaits(level, accounts, wait.escalateAt)], at);
  return wait;
}
