import { Refusal } from '@kaoji/domain';
import { SWEEP_ID, TASK_QUEUE, type SweepResult } from '@kaoji/temporal-contract';
import { isGrpcServiceError, WorkflowFailedError, type Client } from '@temporalio/client';
import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import { reachable } from '../ask-flow.js';

const START_WITHIN_MS = 5_000;
const DEADLINE_EXCEEDED = 4;
const AWAY: ReadonlySet<number> = new Set([1, 14]); // cancelled, unavailable

/**
 * Runs the sweep once now and waits for its end; one that was asked for so and still runs is waited for instead. Beside
 * the scheduled one, which it does not disturb. Refuses `SWEEP_UNANSWERED` when no worker ends it in time,
 * `TEMPORAL_UNAVAILABLE`, and as its steps do (`ARCHIVE_NOT_CONFIGURED`, `ARCHIVE_CONFLICT`, `LOG_KEY_MISSING`, …).
 */
export async function sweepNow(
  client: Client,
  { withinMs, taskQueue = TASK_QUEUE }: { readonly withinMs: number; readonly taskQueue?: string },
): Promise<SweepResult> {
  const workflowId = `${SWEEP_ID}-now`;
  try {
    await reachable(client, START_WITHIN_MS, async () =>
      client.workflow.start('archiveSweep', {
        ...{ workflowId, taskQueue, args: [{}] },
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowExecutionTimeout: withinMs,
      }),
    );
    return await client.withDeadline(
      Date.now() + withinMs,
      async () => (await client.workflow.getHandle(workflowId).result()) as SweepResult,
    );
  } catch (fault) {
    throw refusalOf(fault);
  }
}

function refusalOf(fault: unknown): unknown {
  if (fault instanceof WorkflowFailedError) {
    const step = fault.cause instanceof ActivityFailure ? fault.cause.cause : null;
    if (step instanceof ApplicationFailure) {
      return new Refusal(
        step.type ?? 'SWEEP_FAILED',
        'The sweep ended with this; the worker’s log says more.',
      );
    }
    return unanswered();
  }
  if (!isGrpcServiceError(fault)) return fault;
  if (Number(fault.code) === DEADLINE_EXCEEDED) return unanswered();
  return AWAY.has(Number(fault.code))
    ? new Refusal('TEMPORAL_UNAVAILABLE', 'Temporal does not answer; try again later.')
    : fault;
}

function unanswered(): Refusal {
  return new Refusal(
    'SWEEP_UNANSWERED',
    'No worker ended the sweep in this time. Does one run, with an archive?',
  );
}
