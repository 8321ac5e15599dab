import type { LocalText } from '../../rulebook/schema/text.js';
import type { FlowState, StoryChange, StoryStep } from './story.js';
import { codeWords, fieldWords } from './story-words.js';

export type StoryLanguage = keyof LocalText;

/** A label and what it says; a screen draws it as two columns, a terminal as one line. */
export type StepLine = { readonly label: string; readonly text: string };

/** What there is to say of a step below its first line: who, state, numbers, why, clause, code. */
export function stepLines(step: StoryStep, language: StoryLanguage): readonly StepLine[] {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const { who, state, changed, why, clause, build, failure } = step;
  return [
    ...(who === null ? [] : [{ label: say('谁', 'who'), text: who[language] }]),
    ...changed.map((one) => ({ label: say('变化', 'changed'), text: changeText(one, language) })),
    ...(why === null ? [] : [{ label: say('为何', 'why'), text: why[language] }]),
    ...(clause === null ? [] : [{ label: say('依据', 'clause'), text: clause }]),
    ...(failure === null ? [] : [{ label: say('故障', 'failure'), text: failure }]),
    ...(state === null ? [] : [{ label: say('其后状态', 'state after'), text: stateText(state, language) }]),
    ...(build === null ? [] : [{ label: say('程序版本', 'code'), text: build }]),
  ];
}

/** `score: 98.95 → 99.3 [clause]`. */
export function changeText({ what, before, after, clause }: StoryChange, language: StoryLanguage): string {
  const colon = language === 'zh' ? '：' : ': ';
  const to = `${valueText(before, language)} → ${valueText(after, language)}`;
  return `${what[language]}${colon}${to}${clause === null ? '' : ` [${clause}]`}`;
}

/** Every field of a state in words. */
export function stateText(state: FlowState, language: StoryLanguage): string {
  return Object.entries(state)
    .map(([field, value]) => `${fieldWords(field)[language]} ${valueText(value, language)}`)
    .join(language === 'zh' ? '，' : ', ');
}

function valueText(value: FlowState[string], language: StoryLanguage): string {
  if (value === null) return '—';
  return typeof value === 'string' ? codeWords(value)[language] : String(value);
}
