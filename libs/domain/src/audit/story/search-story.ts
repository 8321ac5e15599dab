import type { Story, StoryStep } from './story.js';
import { codeWords } from './story-words.js';

/**
 * The steps that hold every word of the text, in either language: in what happened, who, why, clause, name, state,
 * what changed, what it carried. Upper and lower case and wide and narrow forms are the same. No words: every step.
 */
export function searchStory(story: Pick<Story, 'steps'>, text: string): readonly StoryStep[] {
  const words = folded(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return story.steps.filter((step) => {
    const held = folded(textOf(step));
    return words.every((word) => held.includes(word));
  });
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

function textOf(step: StoryStep): string {
  const { what, who, why, clause, name, type, state, changed, content, failure, build } = step;
  const values = [...Object.values(state ?? {}), ...changed.flatMap(({ before, after }) => [before, after])];
  return [
    ...[what, who, why, ...changed.map((one) => one.what)].flatMap((words) => [words?.zh, words?.en]),
    ...values.flatMap((value) => [String(value), codeWords(String(value)).zh, codeWords(String(value)).en]),
    ...[clause, name, type, failure, build, ...changed.map((one) => one.clause)],
    JSON.stringify(content),
  ].join('\n');
}
