import {
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  isGrpcServiceError,
  type Client,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { Refusal } from '@kaoji/domain';
import { MESSAGE_REFUSALS } from '@kaoji/temporal-contract';

const REFUSALS: ReadonlySet<string> = new Set(MESSAGE_REFUSALS);
const CANCELLED = 1;
const DEADLINE_EXCEEDED = 4;
const RESOURCE_EXHAUSTED = 8;
const UNAVAILABLE = 14;
const AWAY: ReadonlySet<number> = new Set([CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, UNAVAILABLE]);

export type Question = {
  readonly workflowId: string;
  readonly update: string;
  readonly updateId: string;
  readonly input?: unknown; // absent: the message carries nothing
  readonly withinMs: number;
};

/** What the flow said: the value its handler gave, or the code of an expected refusal. */
export type Said<T> =
  { readonly ok: true; readonly answer: T } | { readonly ok: false; readonly code: string };

/**
 * Sends an Update and waits for its answer. The flow's refusals come back as values, as do WORKFLOW_CLOSED and, for
 * a flow not started yet, STAGE_NOT_OPEN. Throws TEMPORAL_UNAVAILABLE when no answer comes in time: the message
 * may have been taken, so it is asked again with the same `updateId`.
 */
export async function askFlow<T>(client: Client, question: Question): Promise<Said<T>> {
  const { workflowId, update, updateId, input, withinMs } = question;
  try {
    const handle = client.workflow.getHandle(workflowId);
    const answer = await reachable(client, withinMs, async () =>
      input === undefined
        ? handle.executeUpdate<T, []>(update, { updateId })
        : handle.executeUpdate<T, [unknown]>(update, { updateId, args: [input] }),
    );
    return { ok: true, answer };
  } catch (fault) {
    if (fault instanceof WorkflowNotFoundError) {
      const ended = fault.message.includes('already completed');
      return { ok: false, code: ended ? 'WORKFLOW_CLOSED' : 'STAGE_NOT_OPEN' };
    }
    const cause = fault instanceof WorkflowUpdateFailedError ? fault.cause : null;
    if (cause instanceof ApplicationFailure && REFUSALS.has(cause.type ?? '')) {
      return { ok: false, code: cause.type ?? '' };
    }
    throw fault;
  }
}

/** Runs a call with a deadline; a server that does not answer becomes TEMPORAL_UNAVAILABLE. */
export async function reachable<T>(client: Client, withinMs: number, call: () => Promise<T>): Promise<T> {
  try {
    return await client.withDeadline(Date.now() + withinMs, call);
  } catch (fault) {
    if (isAway(fault))
      throw new Refusal('TEMPORAL_UNAVAILABLE', 'Temporal does not answer; try again later.');
    throw fault;
  }
}

function isAway(fault: unknown): boolean {
  if (fault instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  if (isGrpcServiceError(fault)) return AWAY.has(Number(fault.code));
  return fault instanceof Error && fault.cause !== undefined && isAway(fault.cause);
}
