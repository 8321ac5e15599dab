import type { LocalText } from '../../rulebook/schema/text.js';
import { eventWords } from './event-words.js';
import { chapterOf } from './flow-chapters.js';
import type { FlowEvent, ReplayedFlow } from './flow-event.js';
import { plainName } from './name-words.js';
import { stateChanges } from './state-changes.js';
import type { StoryStep } from './story.js';
import { takenUp } from './take-up.js';

type UnnumberedStep = Omit<StoryStep, 'number'>;

/** Who a message says it comes from. */
export function accountIn(content: readonly unknown[]): string | null {
  const [input] = content as readonly ({ readonly [key: string]: unknown } | null)[];
  if (typeof input !== 'object' || input === null) return null; // an activity may well answer null
  const act = input['act'] as { readonly by?: unknown } | undefined;
  const by = input['approvedBy'] ?? input['by'] ?? act?.by;
  return typeof by === 'string' ? by : null;
}

/**
 * The steps of one flow: every event of its history with the state its own query answered once it had taken the event
 * up, what that changed, and the build whose code ran. `who` is filled in where a message names somebody.
 */
export function flowSteps(
  { source, events, turns }: ReplayedFlow,
  who: (account: string) => LocalText,
): readonly UnnumberedStep[] {
  const taken = takenUp(events, turns);
  const builds = buildsAt(events);
  return events.map((event, at) => {
    const turn = taken[at] ?? null;
    const before = at === 0 ? null : (taken[at - 1] ?? null);
    const changed = turn === before ? [] : stateChanges(before?.state ?? null, turn?.state ?? null);
    const chapter = chapterOf(source, event, changed.length > 0);
    const account = accountIn(event.content);
    const asked = event.type === 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED';
    return {
      ...{ at: event.at, source, chapter, event: event.id, type: event.type, name: event.name },
      turn: turn?.event ?? null,
      what: wordsOf(event),
      who: asked && account !== null ? who(account) : null,
      account: asked ? account : null,
      ...{ state: turn?.state ?? null, stateOf: turn === null ? null : source },
      ...{ changed, why: null, clause: null, build: builds[at] ?? null },
      ...{ content: event.content, failure: event.failure },
    };
  });
}

function wordsOf({ type, name }: FlowEvent): LocalText {
  const words = eventWords(type);
  if (name === null) return words;
  const named = plainName(name);
  if (type === 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED' || type === 'MARKER_RECORDED') return named;
  return { zh: `${words.zh}：${named.zh}`, en: `${words.en}: ${named.en}` };
}

/** The build of the turn an event belongs to or leads to; at the end, that of the last turn. */
function buildsAt(events: readonly FlowEvent[]): readonly (string | null)[] {
  const known = events.map(({ build }) => build);
  let after: string | null = null;
  const following = [...known].reverse().map((build) => (after = build ?? after));
  following.reverse();
  let before: string | null = null;
  const preceding = known.map((build) => (before = build ?? before));
  return events.map(({ type }, at) => {
    const arrives = /STARTED$|SIGNALED$|FIRED$|SCHEDULED$/.test(type) && type !== 'TIMER_STARTED';
    return arrives ? (following[at] ?? preceding[at] ?? null) : (preceding[at] ?? following[at] ?? null);
  });
}
