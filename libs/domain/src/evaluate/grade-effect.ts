import type { GradeEffect } from '../rulebook/schema/scoring.js';

/** An effect on a grade as one word: `cap:competent`, `force:incompetent` or `outcome:comment_only`. */
export function effectText(effect: GradeEffect): string {
  if ('cap' in effect) return `cap:${effect.cap}`;
  if ('force' in effect) return `force:${effect.force}`;
  return `outcome:${effect.outcome}`;
}
