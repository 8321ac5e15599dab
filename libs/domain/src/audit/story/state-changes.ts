import type { FlowState, StoryChange } from './story.js';
import { fieldWords } from './story-words.js';

/** What is another value since: fields in the order of the later state. Nothing before: everything that has a value. */
export function stateChanges(before: FlowState | null, after: FlowState | null): readonly StoryChange[] {
  if (after === null) return [];
  return Object.entries(after)
    .filter(([field, value]) => (before?.[field] ?? null) !== value)
    .map(([field, value]) => ({
      what: fieldWords(field),
      before: textOf(before?.[field] ?? null),
      after: textOf(value),
      clause: null,
    }));
}

const textOf = (value: FlowState[string]): string | null => (value === null ? null : String(value));
