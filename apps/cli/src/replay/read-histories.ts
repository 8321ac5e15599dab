import { Refusal } from '@kaoji/domain';
import { cycleWorkflowId } from '@kaoji/temporal-contract';
import { NamespaceNotFoundError } from '@temporalio/common';
import { Client, Connection, isGrpcServiceError, WorkflowNotFoundError } from '@temporalio/client';
import type { NamedHistory } from './replay-histories.js';

const GRPC_INVALID_ARGUMENT = 3;

export type TemporalPlace = { readonly address: string; readonly namespace: string };

/** Runs `use` with a client and closes the connection. Refuses `TEMPORAL_UNREACHABLE`, `NAMESPACE_NOT_FOUND`. */
export async function withTemporal<T>(place: TemporalPlace, use: (client: Client) => Promise<T>): Promise<T> {
  const connection = await connect(place.address);
  try {
    return await use(new Client({ connection, namespace: place.namespace }));
  } catch (error) {
    throw temporalFault(error, place);
  } finally {
    await connection.close();
  }
}

/** The history of one flow; its latest run unless one is named. Refuses `WORKFLOW_NOT_FOUND`. */
export async function readHistory(client: Client, workflowId: string, run?: string): Promise<NamedHistory> {
  try {
    const handle = client.workflow.getHandle(workflowId, run);
    const runId = run ?? (await handle.describe()).runId;
    return { workflowId, runId, history: await handle.fetchHistory() };
  } catch (error) {
    // A run id that is not even one in form is answered with INVALID_ARGUMENT.
    const unknown =
      error instanceof WorkflowNotFoundError ||
      (isGrpcServiceError(error) && error.code === GRPC_INVALID_ARGUMENT);
    if (!unknown) throw error;
    throw new Refusal(
      'WORKFLOW_NOT_FOUND',
      `Temporal holds no flow ${workflowId}${run === undefined ? '' : ` with run ${run}`}.`,
      { workflowId, run },
    );
  }
}

/**
 * The histories of every flow of one cycle: the cycle itself, its units and their deliveries, appraisals, contests, surveys. A rehearsal of the
 * same area and year has a longer key and is another cycle.
 */
export async function* readCycle(client: Client, key: string): AsyncIterable<NamedHistory> {
  const id = cycleWorkflowId(key);
  const quoted = id.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  const query = `WorkflowId = "${quoted}" OR WorkflowId STARTS_WITH "${quoted}/"`;
  for await (const { workflowId, runId } of client.workflow.list({ query })) {
    const rest = workflowId.slice(id.length);
    if (rest !== '' && !/^\/((unit|appraisal|survey|contest)\/[^/]+|unit\/[^/]+\/delivery)$/.test(rest))
      continue;
    yield await readHistory(client, workflowId, runId);
  }
}

async function connect(address: string): Promise<Connection> {
  try {
    return await Connection.connect({ address, connectTimeout: '5 seconds' });
  } catch (error) {
    throw unreachable(address, error);
  }
}

function temporalFault(error: unknown, { address, namespace }: TemporalPlace): unknown {
  if (error instanceof NamespaceNotFoundError) {
    return new Refusal('NAMESPACE_NOT_FOUND', `Temporal at ${address} has no namespace ${namespace}.`);
  }
  return isGrpcServiceError(error) ? unreachable(address, error) : error;
}

function unreachable(address: string, error: unknown): Refusal {
  const reason = error instanceof Error ? error.message : String(error);
  return new Refusal('TEMPORAL_UNREACHABLE', `No Temporal server answers at ${address}: ${reason}.`);
}
