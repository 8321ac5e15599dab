import type { LocalText } from '../../rulebook/schema/text.js';
import type { FlowEvent } from './flow-event.js';
import type { StoryChange, StoryChapter, StorySource } from './story.js';

/**
 * Something on record beside the flows: who did what, why, by which clause, and which number it changed. Where a flow
 * was told of it by a message, `tells` recognises that event, and both are one step; else it is a step of its own.
 */
export type RecordedFact = {
  readonly at: number | null; // epoch ms; null: no instant was kept
  readonly chapter: StoryChapter;
  readonly name: string;
  readonly what: LocalText;
  readonly who: LocalText | null;
  readonly account: string | null;
  readonly why: LocalText | null;
  readonly clause: string | null;
  readonly changed: readonly StoryChange[];
  /** `false`: says something about an event only, and is nothing without it. */
  readonly alone: boolean;
  readonly tells: ((source: StorySource, event: FlowEvent) => boolean) | null;
};
