import { useTexts } from '../../i18n/use-texts.js';
import { gradeTexts, outcomeTexts } from '../../parts/grade-texts.js';
import { stepValueTexts } from './step-value-texts.js';

const has = <Key extends string>(texts: Readonly<Record<Key, string>>, word: string): word is Key =>
  word in texts;

/** What a step comes to, in words where it is a code: a grade, yes or no. Numbers stay as the service wrote them. */
export function useStepWords(): (value: string | null) => string {
  const sayGrade = useTexts(gradeTexts);
  const sayOutcome = useTexts(outcomeTexts);
  const say = useTexts(stepValueTexts);
  return (value) => {
    if (value === null) return '—';
    if (has(gradeTexts.zh, value)) return sayGrade(value);
    if (has(outcomeTexts.zh, value)) return sayOutcome(value);
    return has(stepValueTexts.zh, value) ? say(value) : value;
  };
}
