import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import type { FlowEvent } from '@kaoji/domain/story';

type ProtoEvent = NonNullable<History['events']>[number];

/** The events of a history, payloads decoded; an event that ends something carries the name of what it ends. */
export function readEvents(history: History): FlowEvent[] {
  const names = new Map<number, string | null>();
  return (history.events ?? []).map((event) => {
    const began = beganAt(event);
    const read = readEvent(event);
    const named = { ...read, name: read.name ?? (began === null ? null : (names.get(began) ?? null)) };
    names.set(named.id, named.name);
    return named;
  });
}

/** The event with which began what this one ends. */
function beganAt(event: ProtoEvent): number | null {
  const began =
    event.workflowExecutionUpdateCompletedEventAttributes?.acceptedEventId ??
    event.timerFiredEventAttributes?.startedEventId ??
    event.timerCanceledEventAttributes?.startedEventId ??
    (
      event.activityTaskStartedEventAttributes ??
      event.activityTaskCompletedEventAttributes ??
      event.activityTaskFailedEventAttributes ??
      event.activityTaskTimedOutEventAttributes
    )?.scheduledEventId;
  return began == null ? null : Number(began);
}

function readEvent(event: ProtoEvent): FlowEvent {
  const { name, payloads, failure } = readAttributes(event);
  return {
    id: Number(event.eventId ?? 0),
    at: milliseconds(event.eventTime),
    type: typeOf(event),
    name: name ?? null,
    content: (payloads ?? []).map(decode).filter((value) => value !== undefined),
    failure: failure ?? null,
    build: buildOf(event),
  };
}

function buildOf({ workflowTaskCompletedEventAttributes: done }: ProtoEvent): string | null {
  return done?.deploymentVersion?.buildId ?? done?.workerVersion?.buildId ?? null;
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
    const name = localActivityIn(payloads) ?? marker.markerName;
    return { name, payloads, failure: marker.failure?.message };
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

/** A short database step is a marker of the engine's own; its first payload names the activity. */
function localActivityIn(payloads: readonly Payload[]): string | null {
  for (const payload of payloads) {
    const value = decode(payload);
    if (typeof value === 'object' && value !== null && 'activity_type' in value)
      return String(value.activity_type);
  }
  return null;
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
