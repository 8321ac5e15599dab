import type { ContestStage } from '@kaoji/domain';
import type { Instant } from '../../ports/records.js';
import { hearingRule } from '../../staff/contest/contest-rules.js';
import { contestWaits, hearing, nobodyHears } from '../../staff/contest/contest-tasks.js';
import { findContest, happened } from '../../staff/contest/find-contest.js';
import { hearersOf } from '../../staff/contest/hearers.js';
import { cycleContext, deadlineIn } from '../cycle-context.js';
import type { EngineDeps } from '../engine-deps.js';

export type ContestLevelKey = { readonly contestId: string; readonly level: ContestStage };
type Wait = { readonly remindAt: Instant; readonly escalateAt: Instant };

/**
 * The flow heard of an appeal before the row of it was there: whoever appeals is answered by the flow first, and the row follows.
 * Tried again; without that the appeal would be taken for one that was taken back, and heard by nobody.
 */
class AppealNotOnRecord extends Error {
  override readonly name = 'AppealNotOnRecord';
}

/**
 * Opens one level of a contest: names those who may hear it and says why the others may not, shows it to them, and
 * gives how long they have. Where nobody is left, HR are told: it waits, and is never decided by that.
 */
export async function openHearing(deps: EngineDeps, { contestId, level }: ContestLevelKey): Promise<Wait> {
  return deps.transactions.run(async (stores) =>
    stores.effects.once(`contest/${contestId}/open/${level}`, async () => {
      const found = await findContest(stores, contestId);
      const context = await cycleContext(deps, stores, found.cycle.id);
      const now = deps.clock.now();
      const days = hearingRule(context.rulebook, level)?.workingDays ?? 0;
      const dueAt = deadlineIn(context, now, days);
      const wait = { remindAt: deadlineIn(context, now, Math.ceil(days / 2)), escalateAt: dueAt };
      if (level === 'appeal' && found.state.status === 'appealable') throw new AppealNotOnRecord();
      if (found.state.status !== 'filed') return wait; // taken back before it was opened
      const { may, excluded } = await hearersOf(stores, context.rulebook, found, level);
      const reviewers = may.map(({ id }) => id);
      await happened(stores, found, null, now, { kind: 'opened', stage: level, reviewers, excluded, dueAt });
      const officers = may.length === 0 ? await officersOf() : [];
      const waiting = may.length === 0 ? nobodyHears(level, officers) : hearing(level, may, dueAt);
      await contestWaits(stores, found, [waiting], now);
      return wait;

      async function officersOf() {
        return stores.accounts.holdersOf('hr_officer', found.cycle.areaId, found.appraisal.unitId);
      }
    }),
  );
}
