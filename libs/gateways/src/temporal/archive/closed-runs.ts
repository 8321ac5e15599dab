import type { ClosedRuns } from '@kaoji/application';
import { TASK_QUEUE } from '@kaoji/temporal-contract';
import { isGrpcServiceError, WorkflowNotFoundError, type Client } from '@temporalio/client';
import { reachable } from '../ask-flow.js';
import { historyBytes } from './history-bytes.js';
import { runFacts } from './run-facts.js';

const PAGE_SIZE = 500;
const WITHIN_MS = 20_000; // for a worker, which can wait
const NOT_FOUND = 5; // gRPC
const A_DAY_MS = 86_400_000;

/** Which runs, how many at a time, and how long an answer may take. */
export type ClosedRunsOptions = {
  readonly taskQueue?: string;
  readonly pageSize?: number;
  readonly withinMs?: number;
};

/** The runs of cycles on a task queue that ended. Throws TEMPORAL_UNAVAILABLE when the server does not answer. */
export function createClosedRuns(
  client: Client,
  { taskQueue = TASK_QUEUE, pageSize = PAGE_SIZE, withinMs = WITHIN_MS }: ClosedRunsOptions = {},
): ClosedRuns {
  const { namespace } = client.options;
  const query = `TaskQueue = "${taskQueue}" AND WorkflowId STARTS_WITH "cycle/" AND ExecutionStatus != "Running"`;
  const ask = <T>(call: () => Promise<T>): Promise<T> => reachable(client, withinMs, call);
  return {
    page: async (page) => {
      const nextPageToken = page === null ? new Uint8Array(0) : Buffer.from(page, 'base64');
      const found = await ask(() =>
        client.workflowService.listWorkflowExecutions({ namespace, query, pageSize, nextPageToken }),
      );
      const runs = found.executions.flatMap(({ execution, closeTime }) => {
        const { workflowId, runId } = execution ?? {};
        return workflowId && runId ? [{ workflowId, runId, closedAt: milliseconds(closeTime) }] : [];
      });
      const token = found.nextPageToken;
      return { runs, next: token.length === 0 ? null : Buffer.from(token).toString('base64') };
    },
    history: async ({ workflowId, runId }) => {
      try {
        const history = await ask(() => client.workflow.getHandle(workflowId, runId).fetchHistory());
        const facts = runFacts(history);
        return facts === null ? null : { bytes: historyBytes(history), facts };
      } catch (fault) {
        if (isGone(fault)) return null;
        throw fault;
      }
    },
    serverVersion: async () => (await ask(() => client.workflowService.getSystemInfo({}))).serverVersion,
    retentionMs: async () => {
      const { config } = await ask(() => client.workflowService.describeNamespace({ namespace }));
      const ttl = config?.workflowExecutionRetentionTtl;
      return ttl == null ? A_DAY_MS : milliseconds(ttl);
    },
  };
}

type ProtoTime = { readonly seconds?: unknown; readonly nanos?: number | null } | null | undefined;

function milliseconds(time: ProtoTime): number {
  return Number(time?.seconds ?? 0) * 1000 + Math.floor((time?.nanos ?? 0) / 1_000_000);
}

function isGone(fault: unknown): boolean {
  return (
    fault instanceof WorkflowNotFoundError || (isGrpcServiceError(fault) && Number(fault.code) === NOT_FOUND)
  );
}
