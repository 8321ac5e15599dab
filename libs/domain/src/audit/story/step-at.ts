import type { Story, StoryStep } from './story.js';

/** The last step at or before the instant; null before the first. */
export function stepAt({ steps }: Pick<Story, 'steps'>, at: number): StoryStep | null {
  return steps.findLast((step) => step.at <= at) ?? null;
}

/** The steps about the person, without the engine's own book-keeping. */
export function toldSteps({ steps }: Pick<Story, 'steps'>): readonly StoryStep[] {
  return steps.filter(({ chapter }) => chapter !== 'engine');
}
