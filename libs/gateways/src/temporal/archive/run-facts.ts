import type { RunFacts } from '@kaoji/application';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import type { History } from '@temporalio/common/lib/proto-utils.js';

type HistoryEvent = NonNullable<History['events']>[number];

const CLOSED = {
  workflowExecutionCompletedEventAttributes: 'completed',
  workflowExecutionFailedEventAttributes: 'failed',
  workflowExecutionCanceledEventAttributes: 'canceled',
  workflowExecutionTerminatedEventAttributes: 'terminated',
  workflowExecutionContinuedAsNewEventAttributes: 'continued_as_new',
  workflowExecutionTimedOutEventAttributes: 'timed_out',
} as const satisfies Partial<Record<keyof HistoryEvent, RunFacts['closeStatus']>>;

/** What a history says of its run. Null for one that does not begin with a start and end with a close. */
export function runFacts(history: History): RunFacts | null {
  const events = history.events ?? [];
  const started = events[0]?.workflowExecutionStartedEventAttributes;
  const closeStatus = closeStatusOf(events.at(-1));
  if (started == null || closeStatus === null) return null;
  const tasks = events.flatMap((event) => event.workflowTaskCompletedEventAttributes ?? []);
  const version = tasks.findLast(({ deploymentVersion }) => deploymentVersion != null)?.deploymentVersion;
  const sdk = tasks.findLast(({ sdkMetadata }) => (sdkMetadata?.sdkVersion ?? '') !== '')?.sdkMetadata;
  return {
    firstRunId: started.firstExecutionRunId ?? '',
    continuedFrom: nonEmpty(started.continuedExecutionRunId),
    workflowType: started.workflowType?.name ?? '',
    deployment: nonEmpty(version?.deploymentName),
    buildId: nonEmpty(version?.buildId),
    sdkVersion: nonEmpty(sdk?.sdkVersion),
    codecKeyIds: [...keyIdsIn(history)].sort(),
    closeStatus,
    eventCount: events.length,
    cycleId: cycleIdOf(started.input?.payloads?.[0]),
  };
}

function closeStatusOf(last: HistoryEvent | undefined): RunFacts['closeStatus'] | null {
  const names = Object.keys(CLOSED) as (keyof typeof CLOSED)[];
  const name = names.find((attributes) => last?.[attributes] != null);
  return name === undefined ? null : CLOSED[name];
}

/** Every flow of a cycle names it in its input. */
function cycleIdOf(input: Payload | undefined): string | null {
  try {
    const value: unknown = input === undefined ? null : defaultPayloadConverter.fromPayload(input);
    const named = value !== null && typeof value === 'object' && 'cycleId' in value ? value.cycleId : null;
    return typeof named === 'string' ? named : null;
  } catch {
    return null; // sealed by a codec this process has no key of
  }
}

/** Ids of the keys payloads are encrypted with, wherever in the history, as the codecs of Temporal's samples name them. */
function keyIdsIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return found;
  const keyId = 'encryption-key-id' in value ? value['encryption-key-id'] : undefined;
  if (keyId instanceof Uint8Array) found.add(Buffer.from(keyId).toString('utf8'));
  for (const part of Object.values(value)) keyIdsIn(part, found);
  return found;
}

const nonEmpty = (text: string | null | undefined): string | null =>
  text === undefined || text === null || text === '' ? null : text;
