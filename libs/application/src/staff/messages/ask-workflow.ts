import { Refusal } from '@kaoji/domain';
import type { ActTold, Ids, MessageAnswer } from '../../ports/gateways.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { onceFor, type Keyed } from '../access/idempotency.js';
import { deliverMessage, toldKey, type DeliverDeps } from './deliver-message.js';
import type { StaffMessage } from './staff-message.js';

export type AskDeps = DeliverDeps & { readonly ids: Ids };
type Accepted = Extract<MessageAnswer | ActTold, { readonly ok: true }>;
export type Asked<T> = { readonly message: StaffMessage; readonly answer: T };

const TRIES = 12;
const TRY_AGAIN_AFTER_MS = 250;

/**
 * What people ask of a workflow, so that the database and Temporal cannot disagree for long:
 * 1. one transaction checks, writes the rows that must come first, and puts the message into the outbox, once
 *    per person and key;
 * 2. the message is sent, with an update id made of person and key, so that sending it twice is sending it once;
 * 3. one transaction keeps the answer and takes the message out of the outbox.
 * A crash or a lost server between two steps leaves the row in the outbox: the relay repeats 2 and 3, and so
 * does whoever repeats the request. The same key gives the same answer, refusals of the workflow included.
 */
export async function askWorkflow<T>(
  deps: AskDeps,
  actor: Actor,
  keyed: Keyed,
  record: (stores: Stores) => Promise<Asked<T>>,
): Promise<T> {
  return (await hearWorkflow(deps, actor, keyed, record)).answer;
}

/** The same, with what the workflow itself said. */
export async function hearWorkflow<T>(
  deps: AskDeps,
  actor: Actor,
  keyed: Keyed,
  record: (stores: Stores) => Promise<Asked<T>>,
): Promise<{ readonly answer: T; readonly told: Accepted }> {
  let repeated = true;
  const { outboxId, message, answer } = await deps.transactions.run((stores) => {
    repeated = true; // a transaction that lost a deadlock runs again from its start
    return onceFor(stores, actor, keyed, async () => {
      repeated = false;
      const asked = await record(stores);
      const id = deps.ids.next();
      const { kind } = asked.message;
      const payload = JSON.stringify(asked.message);
      await stores.effects.pushOutbox({ id, kind, payload, createdAt: deps.clock.now(), deliveredAt: null });
      return { outboxId: id, ...asked };
    });
  });
  const kept = repeated ? await keptAnswer(deps.transactions, outboxId) : null;
  const told = kept ?? (await deliverSoon(deps, outboxId, message));
  if (!told.ok) throw refusalOf(told.code);
  return { answer, told };
}

/** A workflow is moments behind the database at the end of a stage; longer waits are left to the relay. */
async function deliverSoon(
  deps: AskDeps,
  outboxId: string,
  message: StaffMessage,
): Promise<MessageAnswer | ActTold> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const told = await deliverMessage(deps, outboxId, message);
    if (told !== 'later') return told;
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_AFTER_MS));
  }
  throw new Refusal(
    'TOO_BUSY',
    'This is recorded and is being passed on. Repeat the request with the same key to see its answer.',
  );
}

const NOTHING_KEPT = Symbol('nothing kept');

async function keptAnswer(
  transactions: Transactions,
  outboxId: string,
): Promise<MessageAnswer | ActTold | null> {
  try {
    return await transactions.run((stores) =>
      stores.effects.once<MessageAnswer | ActTold>(toldKey(outboxId), () => Promise.reject(NOTHING_KEPT)),
    );
  } catch (error) {
    if (error === NOTHING_KEPT) return null;
    throw error;
  }
}

const SENTENCES: Readonly<Record<string, string>> = {
  STAGE_NOT_OPEN: 'The process is not at the stage where this can be done.',
  ROUND_STALE: 'The list was composed again since. Read the new one.',
  ALREADY_DECIDED: 'Somebody has decided on this already.',
  CONTEST_WINDOW_CLOSED: 'The time in which this result could be contested has passed.',
  NOT_HELD: 'This appraisal is not held.',
  NOTHING_TO_CONFIRM: 'Nothing waits for confirmation here.',
  REASON_REQUIRED: 'A reason is required.',
  LIST_CHANGED: 'The list is not the one you saw. Read it again before acting.',
  NOT_YOUR_TURN: 'You have no seat in this step, or it is not your turn yet.',
  ALREADY_ACTED: 'You have acted in this step already. You may withdraw that act while nothing rests on it.',
  CLAIMED_BY_OTHER: 'Somebody else has claimed this step.',
  NOT_CLAIMED: 'You have not claimed this step.',
  RECUSED: 'Whoever stands aside does not act here.',
  RETURN_TARGET_UNKNOWN: 'This step does not return there.',
  NOTHING_TO_WITHDRAW: 'There is no act of yours to withdraw.',
  ACT_RELIED_ON: 'Somebody has acted on it since. Return the list instead.',
  SEAT_TAKEN: 'That person has a seat here already, stands aside, or started this.',
  SEAT_NOT_YOURS_TO_REMOVE: 'Only whoever added a seat removes it, before its holder has acted.',
  VERB_NOT_ALLOWED: 'This cannot be done in this step, or not by you.',
  BATCH_REFUSED: 'This step wants each list judged by itself.',
  WORKFLOW_CLOSED: 'This process has ended.',
};

function refusalOf(code: string): Refusal {
  return new Refusal(code, SENTENCES[code] ?? 'The process refuses this.');
}
