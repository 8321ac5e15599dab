import { Refusal, hashOfText } from '@kaoji/domain';
import type { ApprovalAct, ApprovalVerb } from '@kaoji/domain/approval';
import { cycleContext } from '../../engine/cycle-context.js';
import { stepClocks } from '../../engine/plan-deliberation.js';
import { listSource } from '../../engine/record-stand.js';
import type { ActAnswer } from '../../ports/approvals.js';
import type { CycleUnit } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import { findCycle, findCycleUnit } from '../find.js';
import { hearWorkflow, type AskDeps } from '../messages/ask-workflow.js';
import type { StaffMessage } from '../messages/staff-message.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { demandActor } from './act-people.js';
import { composedList, type ComposedList } from './composed-list.js';
import { acknowledgedCases, type Acknowledgement } from './uncertain-cases.js';

export type ActDeps = AskDeps & { readonly rulebooks: RulebookShelf };
/** One act on the list of one round, as a person asks for it. */
export type ActRequest = {
  readonly cycleId: string;
  readonly unitId: string;
  readonly round: number;
  readonly listHash: string;
  readonly step: string;
  readonly verb: ApprovalVerb;
  readonly onBehalfOf?: string | undefined;
  readonly to?: readonly string[] | undefined;
  readonly returnTo?: string | undefined;
  readonly appraisals?: readonly string[] | undefined;
  readonly act?: string | undefined;
  readonly seat?: string | undefined;
  readonly reason?: string | undefined;
  /** Of an approval: why the result of each uncertain case stands. */
  readonly acknowledged?: readonly Acknowledgement[] | undefined;
  readonly batch?: boolean | undefined;
};
/** An accepted act, and where the approval stands since. */
export type Acted = Pick<ActAnswer, 'seq' | 'version' | 'status' | 'step'> & {
  readonly act: string;
  /** Who waits now. */
  readonly waiting: readonly string[];
};

/**
 * A named person acts in the approval of a unit's list. Here is checked what the database knows: permission, the
 * list, whoever is on it, uncertain cases, a deputy's dates; whether it is that person's turn only the flow knows, and it
 * answers first. Nothing is kept of a refused act but the answer to its key. Refuses `STAGE_NOT_OPEN`, `ROUND_STALE`,
 * `LIST_CHANGED` (what was acted on is not what is stored), `UNCERTAIN_NOT_ACKNOWLEDGED` (an approval answers each
 * uncertain case by name), `OWN_LIST`, `DEPUTY_NOT_VALID`, `ACCOUNT_UNKNOWN`, `ALREADY_DECIDED`, `NOT_FOUND`,
 * `FORBIDDEN`, and whatever the approval itself refuses.
 */
export async function act(
  deps: ActDeps,
  actor: Actor,
  input: ActRequest & { readonly key: string },
): Promise<Acted> {
  const { key, ...request } = input;
  return sendAct(deps, actor, { verb: 'act', key, request }, async (stores) => {
    const { cycleId, unitId, verb } = request;
    const cycle = await findCycle(stores, cycleId);
    const now = deps.clock.now();
    const people = { verb, unitId, onBehalfOf: request.onBehalfOf ?? null, to: request.to ?? [] };
    await demandActor(stores, actor, cycle, people, now);
    return { request, at: now };
  });
}

/** An act that this person may ask for: checks the list, and asks the flow. */
export async function sendAct(
  deps: ActDeps,
  actor: Actor,
  keyed: { readonly verb: string; readonly key: string; readonly request: unknown },
  permit: (stores: Stores) => Promise<{ readonly request: ActRequest; readonly at: number }>,
): Promise<Acted> {
  const { answer, told } = await hearWorkflow<{ readonly act: string }>(
    deps,
    actor,
    keyed,
    async (stores) => {
      const { request, at } = await permit(stores);
      const id = deps.ids.next();
      const updateId = messageId(actor, keyed.key);
      return {
        message: await messageOf(deps, stores, request, { id, by: actor.accountId, at, updateId }),
        answer: { act: id },
      };
    },
  );
  if (!('answer' in told)) throw new Error('the flow gave no answer to an act');
  const { seq, version, status, step, tasks } = told.answer;
  return {
    ...answer,
    seq,
    version,
    status,
    step,
    waiting: [...new Set(tasks.map(({ account }) => account))],
  };
}

type Sender = { readonly id: string; readonly by: string; readonly at: number; readonly updateId: string };

async function messageOf(
  deps: ActDeps,
  stores: Stores,
  request: ActRequest,
  { id, by, at, updateId }: Sender,
): Promise<StaffMessage> {
  const { cycleId, unitId, round, listHash, verb, reason } = request;
  const context = await cycleContext(deps, stores, cycleId);
  const unit = await findCycleUnit(stores, cycleId, unitId);
  await refuseOther(stores, unit, request);
  const acknowledged = DECIDING.has(verb)
    ? await decidedOn(stores, unit, request)
    : await shownList(stores, unit, request);
  const asked: ApprovalAct = {
    ...{ id, verb, step: request.step, by, onBehalfOf: request.onBehalfOf ?? null, at },
    ...(request.to === undefined ? {} : { to: request.to }),
    ...(request.returnTo === undefined ? {} : { returnTo: request.returnTo }),
    ...(request.appraisals === undefined ? {} : { appraisals: request.appraisals }),
    ...(request.act === undefined ? {} : { act: request.act }),
    ...(request.seat === undefined ? {} : { seat: request.seat }),
    ...(request.batch === undefined ? {} : { batch: request.batch }),
    reasonHash: reason === undefined ? null : hashOfText(reason),
  };
  return {
    ...{ kind: 'act', cycleId, cycleKey: context.cycle.key, unitId, updateId, round, listHash },
    ...{ act: asked, clocks: stepClocks(context, at), reason: reason ?? null, acknowledged },
  };
}

/** These rest on what the list says, so it is read again as it is stored; others only name which list they are about. */
const DECIDING: ReadonlySet<ApprovalVerb> = new Set(['approve', 'reject', 'return']);

/** Gives why each uncertain case stands, of an approval. */
async function decidedOn(
  stores: Stores,
  unit: CycleUnit,
  { listHash, verb, appraisals, acknowledged }: ActRequest,
): Promise<readonly Acknowledgement[]> {
  const list = await composedList(stores, unit);
  if (list.listHash !== listHash) throw listChanged();
  refuseStrangers(list, appraisals ?? []);
  return verb === 'approve' ? acknowledgedCases(list, acknowledged ?? []) : [];
}

/** A list of hundreds is not read for a claim: the hash it was shown under is enough. */
async function shownList(
  stores: Stores,
  unit: CycleUnit,
  { listHash, appraisals }: ActRequest,
): Promise<readonly Acknowledgement[]> {
  const shown = await stores.approvals.snapshot(listSource(unit));
  if (shown?.listHash !== listHash) throw listChanged();
  if (appraisals !== undefined) refuseStrangers(await composedList(stores, unit), appraisals);
  return [];
}

function listChanged(): Refusal {
  return new Refusal('LIST_CHANGED', 'The list is not the one you saw. Read it again before deciding.');
}

/** Why this round cannot be acted on now, in the order that helps most. */
async function refuseOther(
  stores: Stores,
  unit: CycleUnit,
  { round }: Pick<ActRequest, 'round'>,
): Promise<void> {
  if (round < unit.round) {
    throw new Refusal('ROUND_STALE', 'The list was composed again since. Read the new one.', {
      round: unit.round,
    });
  }
  const decided = await stores.decisions.deliberations(unit.cycleId, unit.unitId);
  if (decided.some((row) => row.round === round)) {
    throw new Refusal('ALREADY_DECIDED', 'This list is decided already.');
  }
  if (round > unit.round || unit.state !== 'deliberating') {
    throw new Refusal('STAGE_NOT_OPEN', 'This unit is not deliberating.', { state: unit.state });
  }
}

function refuseStrangers({ people }: ComposedList, appraisals: readonly string[]): void {
  const listed = new Set(people.map(({ appraisal }) => appraisal.id));
  if (appraisals.every((id) => listed.has(id))) return;
  throw new Refusal('NOT_FOUND', 'Not everybody you name is on this list.');
}
