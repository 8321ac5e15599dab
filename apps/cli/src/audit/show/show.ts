import { writeFile } from 'node:fs/promises';
import { Refusal } from '@kaoji/domain';
import {
  compareStories,
  searchStory,
  stepAt,
  storyPage,
  toldSteps,
  type Story,
  type StoryStep,
} from '@kaoji/domain/story';
import type { Language } from '../../terminal/language.js';
import type { Terminal } from '../../terminal/terminal.js';
import { comparedText } from './compared-text.js';
import { readInstant } from './read-instant.js';
import { stepText } from './step-text.js';
import { withStories, type StorySource } from './story-sources.js';
import { timelineText } from './timeline-text.js';

export type ShowOptions = StorySource & {
  readonly appraisal: string;
  readonly step: string | undefined;
  readonly at: string | undefined;
  readonly search: string | undefined;
  readonly compare: string | undefined;
  readonly html: string | undefined;
  readonly pdf: string | undefined;
  readonly language: Language;
  readonly all: boolean;
  readonly json: boolean;
};

/**
 * Shows one appraisal as it happened, or writes it as a page or a PDF. Exit 1 when a flow did not replay as its history
 * says. Refuses `STEP_NOT_FOUND`, `TIME_INVALID`, `NOT_FOUND`, `DATABASE_URL_MISSING`, `TEMPORAL_UNREACHABLE`, and what
 * a bundle file refuses.
 */
export async function show(terminal: Terminal, options: ShowOptions): Promise<void> {
  const at = options.at === undefined ? null : readInstant(options.at);
  const [story, other] = await withStories(options, async (tell) => [
    await tell(options.appraisal),
    options.compare === undefined ? null : await tell(options.compare),
  ]);
  const { language, all } = options;
  const compared = other === null ? null : { otherId: other.appraisalId, rows: compareStories(story, other) };

  if (options.html !== undefined) {
    await writeFile(
      options.html,
      storyPage(story, { language, all, ...(compared === null ? {} : { compared }) }),
    );
  }
  if (options.pdf !== undefined) {
    const { createStoryPrinter } = await import('@kaoji/gateways');
    await writeFile(options.pdf, await createStoryPrinter().print(story, { language, all }));
  }
  if (options.json) terminal.out(JSON.stringify(compared === null ? story : { story, compared }));
  else if (options.html !== undefined || options.pdf !== undefined) {
    for (const file of [options.html, options.pdf]) if (file !== undefined) terminal.out(file);
  } else if (compared !== null) terminal.out(comparedText(story, compared, language));
  else if (options.step !== undefined || at !== null) {
    terminal.out(stepText(stepAsked(story, options.step, at), story.steps.length, language));
  } else {
    const steps = options.search === undefined ? chosen(story, all) : searchStory(story, options.search);
    terminal.out(timelineText(story, steps, language));
  }
  terminal.setExitCode(story.flows.some(({ replay }) => replay === 'different') ? 1 : 0);
}

const chosen = (story: Story, all: boolean): readonly StoryStep[] => (all ? story.steps : toldSteps(story));

function stepAsked(story: Story, number: string | undefined, at: number | null): StoryStep {
  const found = at === null ? story.steps.find((step) => String(step.number) === number) : stepAt(story, at);
  if (found !== undefined && found !== null) return found;
  const first = story.steps[0];
  throw new Refusal(
    'STEP_NOT_FOUND',
    at === null
      ? `There is no step ${number ?? ''}: they count from 1 to ${story.steps.length}.`
      : `Nothing had happened by then${first === undefined ? '' : `; the first step is of ${new Date(first.at).toISOString()}`}.`,
  );
}
