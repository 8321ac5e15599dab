import {
  chapterWords,
  chinaTime,
  flowVerdict,
  sourceWords,
  stepLines,
  storyHeading,
  type Story,
  type StoryStep,
} from '@kaoji/domain/story';
import { type Language, speaker } from '../../terminal/language.js';

/** The story as lines: what it is of, how its flows replayed, then the steps in the order they happened. */
export function timelineText(story: Story, steps: readonly StoryStep[], language: Language): string {
  const say = speaker(language);
  const { title, lines } = storyHeading(story, language);
  const left = story.steps.length - steps.length;
  return [
    `${title} ${lines.join(' ')}`,
    ...flowLines(story, language),
    ...steps.flatMap((step) => ['', ...stepBlock(step, language)]),
    ...(left === 0
      ? []
      : [
          '',
          say(
            `（共 ${story.steps.length} 步，此处 ${steps.length} 步）`,
            `(${steps.length} of ${story.steps.length} steps)`,
          ),
        ]),
  ].join('\n');
}

/** How each flow replayed, one line each. */
export function flowLines({ flows }: Pick<Story, 'flows'>, language: Language): readonly string[] {
  return flows.map(
    (flow) =>
      `  ${sourceWords(flow.source)[language]} ${flow.workflowId} [${flow.builds.join(' ')}]: ${flowVerdict(flow, language).words}`,
  );
}

/** A step as its first line and what is known of it below. */
export function stepBlock(step: StoryStep, language: Language): readonly string[] {
  const from =
    step.event === null
      ? sourceWords(step.source)[language]
      : `${sourceWords(step.source)[language]} #${step.event}`;
  return [
    `${String(step.number).padStart(3)}. ${chinaTime(step.at)} ${chapterWords(step.chapter)[language]} · ${step.what[language]} (${from})`,
    ...stepLines(step, language).map(({ label, text }) => `     ${label}: ${text}`),
  ];
}
