import { buildsOf, type ReplayedFlow } from './flow-event.js';
import { flowSteps } from './flow-steps.js';
import type { RecordedFact } from './recorded-fact.js';
import { STORY_FORMAT, type Story, type StoryStep } from './story.js';
import { whoWords } from './story-words.js';

type UnnumberedStep = Omit<StoryStep, 'number'>;

export type StoryInput = Pick<Story, 'appraisalId' | 'cycleKey' | 'rehearsal'> & {
  readonly flows: readonly ReplayedFlow[];
  /** In the order they happened, as far as that is known. */
  readonly facts: readonly RecordedFact[];
  /** What an account is: its roles, or `self` for the appraisee's own. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
};

/**
 * One appraisal as it happened: the events of its flows and what is on record beside them, in the order of time. A
 * fact a flow was told of is one step with the message that told it; a fact on its own stands in the state the
 * appraisal's flow had by then. Nothing is asked of a database: state comes from the flows' own queries in a replay.
 */
export function tellStory({ flows, facts, roles, ...about }: StoryInput): Story {
  const free = new Set(facts);
  const told = flows.flatMap((flow) => {
    const steps = flowSteps(flow, (account) => whoWords(roles.get(account) ?? []));
    return steps.map((step, at) => {
      const event = flow.events[at];
      const fact =
        event === undefined ? undefined : [...free].find((one) => one.tells?.(flow.source, event) === true);
      if (fact === undefined) return step;
      free.delete(fact);
      return withFact(step, fact);
    });
  });
  const flowTimes = told.map(({ at }) => at);
  let last = flowTimes.length === 0 ? 0 : Math.min(...flowTimes);
  const recorded = facts.flatMap((fact) => {
    last = fact.at ?? last;
    return free.has(fact) && fact.alone ? [recordStep(fact, last)] : [];
  });
  const inTime = [...told, ...recorded].sort((a, b) => a.at - b.at);
  return {
    format: STORY_FORMAT,
    ...about,
    flows: flows.map(({ events, turns: _turns, ...flow }) => ({
      ...flow,
      events: events.length,
      builds: buildsOf(events),
    })),
    steps: withState(inTime).map((step, at) => ({ number: at + 1, ...step })),
  };
}

function withFact(step: UnnumberedStep, fact: RecordedFact): UnnumberedStep {
  const { what, why, clause, chapter } = fact;
  return {
    ...{ ...step, what, why, clause, chapter },
    who: fact.who ?? step.who,
    account: fact.account ?? step.account,
    changed: [...step.changed, ...fact.changed],
  };
}

function recordStep(fact: RecordedFact, at: number): UnnumberedStep {
  const { chapter, name, what, who, account, changed, why, clause } = fact;
  return {
    ...{ at, source: 'record', chapter, event: null, type: 'RECORD', name, turn: null, what, who, account },
    ...{ state: null, stateOf: null, changed, why, clause, build: null, content: [], failure: null },
  };
}

/** A record has no state of its own: it stands in the one the appraisal had. */
function withState(steps: readonly UnnumberedStep[]): readonly UnnumberedStep[] {
  let known: UnnumberedStep | null = null;
  return steps.map((step) => {
    if (step.source === 'appraisal') known = step;
    if (step.source !== 'record' || known === null) return step;
    return { ...step, state: known.state, stateOf: known.stateOf };
  });
}
