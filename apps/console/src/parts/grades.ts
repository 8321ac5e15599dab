import { useTexts } from '../i18n/use-texts.js';
import { gradeTexts, outcomeTexts, type KnownGrade } from './grade-texts.js';

const isKnown = (code: string): code is KnownGrade => code in gradeTexts.zh;
type Decided = {
  readonly status: 'graded' | 'comment_only' | 'ungraded' | 'held' | 'undecided';
  readonly grade: string | null;
};

/** A grade, or why there is none, in words; a rulebook's own code stays as it is. */
export function useGradeWords(): (decided: Decided) => string {
  const say = useTexts(gradeTexts);
  const sayOutcome = useTexts(outcomeTexts);
  return ({ status, grade }) => {
    if (grade !== null) return isKnown(grade) ? say(grade) : grade;
    return status === 'graded' ? '—' : sayOutcome(status);
  };
}
