import type { FlowState, ToldFlow } from './story.js';

/** One event of a history as plain data: when, what kind, which message or activity, and what it carried. */
export type FlowEvent = {
  readonly id: number;
  readonly at: number; // epoch ms
  readonly type: string; // TIMER_STARTED, ...
  readonly name: string | null; // of the flow, message, activity or marker
  readonly content: readonly unknown[]; // decoded payloads
  readonly failure: string | null;
  /** Of a turn's end: the build whose code ran it. */
  readonly build: string | null;
};

/** One turn of the engine in a replay: the event that began it, and what the flow's query answered after it. */
export type FlowTurn = { readonly event: number; readonly state: FlowState | null };

/** The history of one flow with what its replay told. */
export type ReplayedFlow = Omit<ToldFlow, 'events' | 'builds'> & {
  readonly events: readonly FlowEvent[];
  readonly turns: readonly FlowTurn[];
};

/** The engine's own turns: they say when the code ran, not what happened to the person. */
export function isEngineTurn(type: string): boolean {
  return ['WORKFLOW_TASK_SCHEDULED', 'WORKFLOW_TASK_STARTED', 'WORKFLOW_TASK_COMPLETED'].includes(type);
}

/** Builds whose code ran the flow, in the order they came. */
export function buildsOf(events: readonly FlowEvent[]): readonly string[] {
  return [...new Set(events.flatMap(({ build }) => (build === null ? [] : [build])))];
}
