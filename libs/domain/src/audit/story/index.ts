export { compareStories } from './compare-stories.js';
export type { ComparedStep, StepDifference } from './compare-stories.js';
export { eventWords } from './event-words.js';
export { buildsOf, isEngineTurn } from './flow-event.js';
export type { FlowEvent, FlowTurn, ReplayedFlow } from './flow-event.js';
export { nameWords } from './name-words.js';
export type { RecordedFact } from './recorded-fact.js';
export { searchStory } from './search-story.js';
export { stepAt, toldSteps } from './step-at.js';
export { changeText, stateText, stepLines } from './step-lines.js';
export type { StepLine, StoryLanguage } from './step-lines.js';
export { STORY_CHAPTERS, STORY_FORMAT, STORY_SOURCES } from './story.js';
export type {
  FlowState,
  Story,
  StoryChange,
  StoryChapter,
  StorySource,
  StoryStep,
  ToldFlow,
} from './story.js';
export { differenceTexts } from './page/compared-table.js';
export { flowVerdict, storyHeading, storyNote } from './page/story-heading.js';
export { storyPage } from './page/story-page.js';
export type { StoryPageOptions } from './page/story-page.js';
export { chapterWords, chinaTime, codeWords, fieldWords, sourceWords, whoWords } from './story-words.js';
export { verbWords } from './verb-words.js';
export { tellStory } from './tell-story.js';
export type { StoryInput } from './tell-story.js';
