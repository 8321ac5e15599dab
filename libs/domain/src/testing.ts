export {
  appraiseeWith,
  caseWith,
  dimensionWith,
  markedWith,
  partWith,
  quotaWith,
  raterWith,
  rulebookWith,
  said,
} from './testing/builders.js';
export type {
  AppraiseeInput,
  CaseInput,
  DimensionInput,
  PartInput,
  RaterInput,
  RulebookInput,
} from './testing/builders.js';
export { diceOf } from './testing/dice.js';
export type { Dice } from './testing/dice.js';
export { seededBallots } from './testing/seeded-ballots.js';
export { seededCase } from './testing/seeded-case.js';
export { seededRulebook } from './testing/seeded-rulebook.js';
export { editRulebook } from './testing/edit-rulebook.js';
export type { Edit } from './testing/edit-rulebook.js';
export { nationalCase, nationalRulebook, nationalText } from './testing/national-rulebook.js';
export { manifestOf, readerOf, relisted, seededBundle, withManifest } from './audit/testing/seeded-bundle.js';
export type { BundleFiles } from './audit/testing/seeded-bundle.js';
export { smallFlow, smallStory } from './audit/story/testing/small-story.js';
