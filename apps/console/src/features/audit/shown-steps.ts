import { searchStory, toldSteps, type Story, type StoryStep } from '@kaoji/domain/story';

/** The steps that are shown: those about the person, or the engine's own too; of them those that hold the words. */
export function shownSteps(
  story: Story,
  { q = '', engine = false }: { readonly q?: string | undefined; readonly engine?: boolean | undefined },
): readonly StoryStep[] {
  const steps = engine ? story.steps : toldSteps(story);
  return searchStory({ steps }, q);
}

/** The place of a step among those shown; where it is not among them, that of the last one before it. */
export function placeOf(steps: readonly StoryStep[], number: number | undefined): number {
  if (number === undefined) return 0;
  return Math.max(
    0,
    steps.findLastIndex((step) => step.number <= number),
  );
}
