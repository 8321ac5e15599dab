/** What a screen needs to read a rulebook out: words and numbers, no engine and no schema. */
export { conditionText } from '../derivation/condition-text.js';
export { wordingOf } from '../derivation/wording.js';
export type { Wording } from '../derivation/wording.js';
export { effectText } from '../evaluate/grade-effect.js';
export { titleOf } from '../evaluate/sheet.js';
export { adjustableNumbers } from './adjustable-numbers.js';
export type { AdjustableNumber, NumberGroup } from './adjustable-numbers.js';
export { deliberationSteps } from './deliberation-steps.js';
export type { DeliberationStep } from './deliberation-steps.js';
export type { Finding } from './finding.js';
export type { Condition } from './schema/condition.js';
export type { ConsequenceRule } from './schema/consequence.js';
export type { Rulebook } from './schema/rulebook.js';
export type { Dimension, GradeEffect, Part, RaterRule } from './schema/scoring.js';
