import {
  chapterWords,
  chinaTime,
  STORY_CHAPTERS,
  stepLines,
  storyHeading,
  toldSteps,
  type Story,
} from '@kaoji/domain/story';
import { type Language, speaker } from '../terminal/language.js';

/** Where a story tells of nothing but the flow itself. */
const UNTITLED = ['start', 'engine'];

/** A story chapter by chapter, from evidence to ledger; a chapter in which nothing happened says so. */
export function chaptersText(story: Story, language: Language): string {
  const say = speaker(language);
  const { title } = storyHeading(story, language);
  const steps = toldSteps(story);
  return [
    `${title} ${story.appraisalId} (${story.cycleKey})`,
    ...STORY_CHAPTERS.filter((chapter) => !UNTITLED.includes(chapter)).flatMap((chapter) => {
      const told = steps.filter((step) => step.chapter === chapter);
      return [
        `\n${chapterWords(chapter)[language]}`,
        ...(told.length === 0 ? [`  ${say('无', 'none')}`] : []),
        ...told.flatMap((step) => [
          `  ${chinaTime(step.at)} ${step.what[language]}`,
          ...stepLines(step, language).map(({ label, text }) => `    ${label}: ${text}`),
        ]),
      ];
    }),
  ].join('\n');
}
