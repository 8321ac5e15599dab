import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import type { History } from '@temporalio/common/lib/proto-utils.js';

type ProtoEvent = NonNullable<History['events']>[number];

/** One event of a history as plain data: when, what kind, which message or activity, and what it carried. */
export type HistoryEvent = {
  readonly id: number;
  readonly at: number; // epoch ms
  readonly type: string; // TIMER_STARTED, ...
  readonly name: string | null; // of the flow, message, activity or marker
  readonly content: readonly unknown[]; // decoded payloads
  readonly failure: string | null;
};

/** The events of a history, payloads decoded. */
export function readEvents(history: History): HistoryEvent[] {
  return (history.events ?? []).map(readEvent);
}

function readEvent(event: ProtoEvent): HistoryEvent {
  const { name, payloads, failure } = readAttributes(event);
  return {
    id: Number(event.eventId ?? 0),
    at: milliseconds(event.eventTime),
    type: typeOf(event),
    name: name ?? null,
    content: (payloads ?? []).map(decode).filter((value) => value !== undefined),
    failure: failure ?? null,
  };
}

/** Every event carries exactly one set of attributes, and its name is the type in another spelling. */
function typeOf(event: ProtoEvent): string {
  const attributes = Object.entries(event).find(([key, value]) => key.endsWith('EventAttributes') && value);
  const name = attributes?.[0].replace(/EventAttributes$/, '') ?? 'unknown';
  return name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

type Attributes = {
  readonly name?: string | null | undefined;
  readonly payloads?: readonly Payload[] | null | undefined;
  readonly failure?: string | null | undefined;
};

function readAttributes(event: ProtoEvent): Attributes {
  const started = event.workflowExecutionStartedEventAttributes;
  if (started) return { name: started.workflowType?.name, payloads: started.input?.payloads };
  const completed = event.workflowExecutionCompletedEventAttributes;
  if (completed) return { payloads: completed.result?.payloads };
  const accepted = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input;
  if (accepted) return { name: accepted.name, payloads: accepted.args?.payloads };
  const outcome = event.workflowExecutionUpdateCompletedEventAttributes?.outcome;
  if (outcome) return { payloads: outcome.success?.payloads, failure: outcome.failure?.message };
  const signal = event.workflowExecutionSignaledEventAttributes;
  if (signal) return { name: signal.signalName, payloads: signal.input?.payloads };
  return readWorkAttributes(event);
}

function readWorkAttributes(event: ProtoEvent): Attributes {
  const scheduled = event.activityTaskScheduledEventAttributes;
  if (scheduled) return { name: scheduled.activityType?.name, payloads: scheduled.input?.payloads };
  const done = event.activityTaskCompletedEventAttributes;
  if (done) return { payloads: done.result?.payloads };
  const marker = event.markerRecordedEventAttributes;
  if (marker) {
    const payloads = Object.values(marker.details ?? {}).flatMap((part) => part?.payloads ?? []);
    return { name: marker.markerName, payloads, failure: marker.failure?.message };
  }
  const timer = event.timerStartedEventAttributes;
  if (timer) return { name: `${milliseconds(timer.startToFireTimeout) / 1000} s` };
  const failed =
    event.activityTaskFailedEventAttributes ??
    event.workflowTaskFailedEventAttributes ??
    event.workflowExecutionFailedEventAttributes;
  if (failed) return { failure: failed.failure?.message };
  return { failure: event.workflowExecutionTerminatedEventAttributes?.reason };
}

function milliseconds(time: ProtoEvent['eventTime']): number {
  return Number(time?.seconds ?? 0) * 1000 + Math.floor((time?.nanos ?? 0) / 1_000_000);
}

function decode(payload: Payload): unknown {
  try {
    return defaultPayloadConverter.fromPayload(payload);
  } catch {
    // Encrypted or written by a converter this program does not have: its size is all there is to say.
    return `<${payload.data?.length ?? 0} bytes that cannot be read here>`;
  }
}
