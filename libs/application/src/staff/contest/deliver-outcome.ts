import { Refusal } from '@kaoji/domain';
import { cycleContext, deadlineIn } from '../../engine/cycle-context.js';
import type { Instant } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import { demand, forbidden } from '../access/permissions.js';
import { demandOwn, isOwn } from '../collect/own-evidence.js';
import { askWorkflow, type AskDeps } from '../messages/ask-workflow.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { demandProof, handingOf, type StaffDelivery } from '../results/delivery/deliver-results.js';
import type { Handing } from '../results/delivery/record-deliveries.js';
import { contestWaits } from './contest-tasks.js';
import { findContest, happened, type FoundContest } from './find-contest.js';

export type OutcomeDelivered = { readonly deliveredAt: Instant; readonly appealUntil: Instant | null };
type Deps = AskDeps & { readonly rulebooks: RulebookShelf };

/** The contestant says that the outcome is in their hands. Refuses `RESULT_NOT_READY`, `ALREADY_DELIVERED`, `NOT_FOUND`, `FORBIDDEN`. */
export async function receiveOutcome(
  deps: Deps,
  actor: Actor,
  { contestId, key }: { readonly contestId: string; readonly key: string },
): Promise<OutcomeDelivered> {
  const own = { way: 'received', deliveredBy: actor.accountId, witnesses: [], reference: null } as const;
  return deliver(
    deps,
    actor,
    { verb: 'receive-outcome', contestId, key, request: { contestId } },
    (_, found) => {
      demandOwn(actor, found.appraisal, found.cycle.areaId);
      return Promise.resolve(own);
    },
  );
}

/**
 * Named staff record that the outcome of a contest has reached the contestant, as with a written result. Refuses as
 * `deliverResults` and `receiveOutcome` do.
 */
export async function deliverOutcome(
  deps: Deps,
  actor: Actor,
  input: StaffDelivery & { readonly contestId: string; readonly key: string },
): Promise<OutcomeDelivered> {
  const { contestId, key, ...delivery } = input;
  const keyed = { verb: 'deliver-outcome', contestId, key, request: { contestId, ...delivery } };
  return deliver(deps, actor, keyed, async (stores, { appraisal, cycle }) => {
    demand(actor, 'result.deliver', { areaId: cycle.areaId, unitId: appraisal.unitId });
    if (isOwn(actor, appraisal)) throw forbidden();
    await demandProof(stores, [appraisal], delivery);
    return handingOf(actor, delivery);
  });
}

async function deliver(
  deps: Deps,
  actor: Actor,
  { verb, contestId, key, request }: { verb: string; contestId: string; key: string; request: unknown },
  handingBy: (stores: Stores, found: FoundContest) => Promise<Handing>,
): Promise<OutcomeDelivered> {
  return askWorkflow<OutcomeDelivered>(deps, actor, { verb, key, request }, async (stores) => {
    const found = await findContest(stores, contestId);
    const handing = await handingBy(stores, found);
    const level = found.state.stage;
    demandUndelivered(found);
    const deliveredAt = deps.clock.now();
    const context = await cycleContext(deps, stores, found.cycle.id);
    const { appeal } = context.rulebook.process.contest;
    const appealUntil =
      level === 'appeal' || appeal === undefined
        ? null
        : deadlineIn(context, deliveredAt, appeal.fileWithinWorkingDays);
    await stores.deliveries.insert([
      {
        ...handing,
        appraisalId: found.appraisal.id,
        document: level,
        deliveredAt,
        contestUntil: appealUntil,
      },
    ]);
    await happened(stores, found, actor.accountId, deliveredAt, {
      ...{ kind: 'delivered', stage: level, appealUntil },
    });
    await contestWaits(stores, found, [], deliveredAt);
    return {
      message: {
        ...{ kind: 'outcome_delivered', cycleKey: found.cycle.key, contestId },
        ...{ updateId: messageId(actor, key), level, appealUntil },
      },
      answer: { deliveredAt, appealUntil },
    };
  });
}

function demandUndelivered({ state: { status } }: FoundContest): void {
  if (status === 'decided') return;
  if (status === 'appealable' || status === 'ended') {
    throw new Refusal('ALREADY_DELIVERED', 'This outcome has been delivered already.');
  }
  throw new Refusal('RESULT_NOT_READY', 'There is no outcome to deliver.', { status });
}
