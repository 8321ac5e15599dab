import type { LocalText } from '../../rulebook/schema/text.js';

export const STORY_FORMAT = 'kaoji-story/1';
/** What part of an appraisal's life a step belongs to; `engine`: it says when code ran, not what happened to a person. */
export const STORY_CHAPTERS = [
  'start',
  'evidence',
  'grade',
  'approval',
  'notice',
  'delivery',
  'contest',
  'consequences',
  'ledger',
  'engine',
] as const;
export type StoryChapter = (typeof STORY_CHAPTERS)[number];

/** Where a step is told from: the history of a flow, or what was recorded beside it. */
export const STORY_SOURCES = ['appraisal', 'contest', 'unit', 'record'] as const;
export type StorySource = (typeof STORY_SOURCES)[number];

/** A number, grade or stage that is another one since; exact texts and codes, `null` where there was or is none. */
export type StoryChange = {
  readonly what: LocalText;
  readonly before: string | null;
  readonly after: string | null;
  readonly clause: string | null;
};

/** What the flow's own query answered; plain data with one value a field. */
export type FlowState = Readonly<Record<string, string | number | boolean | null>>;

/** One thing that happened, with everything a reader needs to judge it. */
export type StoryStep = {
  readonly number: number; // from 1, in the order it happened
  readonly at: number; // epoch ms
  readonly source: StorySource;
  readonly chapter: StoryChapter;
  /** Of a flow: its history event (`event`), of what type, in which turn of the engine the flow took it up. */
  readonly event: number | null;
  readonly type: string; // TIMER_FIRED, ...; `RECORD` for what is told from a record
  readonly name: string | null; // of the message, activity or record
  readonly turn: number | null;
  readonly what: LocalText;
  /** By role, never by name. */
  readonly who: LocalText | null;
  readonly account: string | null;
  /** Answered by the flow named in `stateOf` during a replay, once it had taken this step up; `null`: not replayed. */
  readonly state: FlowState | null;
  readonly stateOf: Exclude<StorySource, 'record'> | null;
  readonly changed: readonly StoryChange[];
  readonly why: LocalText | null;
  readonly clause: string | null;
  readonly build: string | null; // whose code ran
  readonly content: readonly unknown[];
  readonly failure: string | null;
};

/** One flow of the story: where its history comes from, and how it replayed. */
export type ToldFlow = {
  readonly source: Exclude<StorySource, 'record'>;
  readonly workflowId: string;
  readonly runId: string | null;
  readonly origin: 'temporal' | 'archive' | 'bundle';
  readonly builds: readonly string[];
  readonly events: number;
  /** `not_replayed`: the code of its build is not here, so its steps stand without state. */
  readonly replay: 'same' | 'different' | 'not_replayed';
  readonly fault: { readonly event: number | null; readonly reason: string } | null;
};

/** One appraisal as it happened, as plain data: a screen, a page and a terminal only draw it. */
export type Story = {
  readonly format: typeof STORY_FORMAT;
  readonly appraisalId: string;
  readonly cycleKey: string;
  readonly rehearsal: boolean;
  readonly flows: readonly ToldFlow[];
  readonly steps: readonly StoryStep[];
};
