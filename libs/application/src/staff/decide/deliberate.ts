import { Refusal, type Rulebook } from '@kaoji/domain';
import type { CycleUnit, Deliberation } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import { demand, forbidden, hasRole } from '../access/permissions.js';
import type { Done } from '../collect/close-collection.js';
import { isOwn } from '../collect/own-evidence.js';
import { findCycle, findCycleUnit, type FoundCycle } from '../find.js';
import { askWorkflow, type AskDeps } from '../messages/ask-workflow.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { composedList } from './composed-list.js';
import { decidingRoles } from './deciding-roles.js';
import { acknowledgedCases, type Acknowledgement } from './uncertain-cases.js';

export type DeliberationInput = {
  readonly cycleId: string;
  readonly unitId: string;
  readonly round: number;
  readonly listHash: string;
  readonly verdict: Deliberation['verdict'];
  readonly reason?: string | undefined;
  /** Of an approval: why the result of each uncertain case stands. */
  readonly acknowledged?: readonly Acknowledgement[] | undefined;
  readonly key: string;
};

/**
 * A named person approves or returns a unit's list of one round. The decision is a row first: of two people
 * who decide at once the database lets one in and refuses the other with `ALREADY_DECIDED`. With the row
 * written, nothing but its own message can move the workflow out of this round, so the message that follows
 * cannot lose; until it is delivered the outbox keeps it. Refuses `STAGE_NOT_OPEN`, `ROUND_STALE`,
 * `LIST_CHANGED` (what was decided on is not what is stored), `REASON_REQUIRED` (a return says why),
 * `UNCERTAIN_NOT_ACKNOWLEDGED` (an approval answers each uncertain case by name), `OWN_LIST` (whoever is on the list stands aside), `NOT_FOUND`, `FORBIDDEN`.
 */
export async function deliberate(
  deps: AskDeps & { readonly rulebooks: RulebookShelf },
  actor: Actor,
  input: DeliberationInput,
): Promise<Done> {
  const { key, ...request } = input;
  return askWorkflow<Done>(deps, actor, { verb: 'deliberate', key, request }, async (stores) => {
    const { cycleId, unitId, round, listHash, verdict } = input;
    const cycle = await findCycle(stores, cycleId);
    demand(actor, 'list.decide', { areaId: cycle.areaId, unitId });
    const unit = await findCycleUnit(stores, cycleId, unitId);
    const rulebook = await deps.rulebooks.take(stores, cycle.rulebookHash);
    await demandDecider(stores, actor, cycle, rulebook, input);
    if (verdict === 'return' && input.reason === undefined) {
      throw new Refusal(
        'REASON_REQUIRED',
        'A list is returned with the reason, so that it can be corrected.',
      );
    }
    await refuseOther(stores, unit, input);
    const list = await composedList(stores, unit);
    if (list.people.some(({ appraisal }) => isOwn(actor, appraisal))) {
      throw new Refusal('OWN_LIST', 'You are on this list yourself. Somebody else has to decide on it.');
    }
    if (list.listHash !== listHash) {
      throw new Refusal('LIST_CHANGED', 'The list is not the one you saw. Read it again before deciding.');
    }
    const cases = verdict === 'approve' ? acknowledgedCases(list, input.acknowledged ?? []) : [];
    await stores.decisions.insertDeliberation({
      cycleId,
      unitId,
      round,
      verdict,
      listHash,
      reason: input.reason ?? null,
      decidedBy: actor.accountId,
      decidedAt: deps.clock.now(),
    });
    if (cases.length > 0) {
      const acknowledgedBy = actor.accountId;
      await stores.decisions.insertAcknowledged(
        cases.map((one) => ({ ...one, cycleId, unitId, round, acknowledgedBy })),
      );
    }
    const updateId = messageId(actor, key);
    const by = actor.accountId;
    return {
      message: { kind: 'deliberate', cycleKey: cycle.key, unitId, updateId, round, verdict, by, listHash },
      answer: { done: true },
    };
  });
}

async function demandDecider(
  stores: Stores,
  actor: Actor,
  cycle: FoundCycle,
  rulebook: Rulebook,
  { unitId, round }: Pick<DeliberationInput, 'unitId' | 'round'>,
): Promise<void> {
  const roles = decidingRoles(rulebook, await stores.decisions.remindersOf(cycle.id), { unitId, round });
  if (!roles.some((role) => hasRole(actor, role, { areaId: cycle.areaId, unitId }))) throw forbidden();
}

/** Why this round cannot be decided now, in the order that helps most. */
async function refuseOther(stores: Stores, unit: CycleUnit, { round }: DeliberationInput): Promise<void> {
  if (round < unit.round) {
    throw new Refusal('ROUND_STALE', 'The list was composed again since. Read the new one.', {
      round: unit.round,
    });
  }
  const decided = await stores.decisions.deliberations(unit.cycleId, unit.unitId);
  if (decided.some((row) => row.round === round)) {
    throw new Refusal('ALREADY_DECIDED', 'Somebody has decided on this list already.');
  }
  if (round > unit.round || unit.state !== 'deliberating') {
    throw new Refusal('STAGE_NOT_OPEN', 'This unit is not deliberating.', { state: unit.state });
  }
}
