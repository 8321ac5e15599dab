import { JARGON } from './jargon.js';
import type { QuestionnaireLint } from './questionnaire-finding.js';
import { choicesOf, questionsOf, textsOf, type QuestionAt, type TextAt } from './questionnaire-parts.js';
import type { QuestionnaireHint } from './lint-codes.js';

type Limit = { readonly code: QuestionnaireHint; readonly zh: number; readonly en: number };

/** Chinese characters and English words. Choices of ours: what most people take in at one look on a phone. */
const LIMITS: Readonly<Record<TextAt['kind'], Limit>> = {
  question: { code: 'HINT_LONG_QUESTION', zh: 30, en: 20 },
  choice: { code: 'HINT_LONG_CHOICE', zh: 12, en: 8 },
  prose: { code: 'HINT_LONG_SENTENCE', zh: 40, en: 25 },
};
const MOST_QUESTIONS = { community: 10, appraisee: 2 } as const;
const NONE = /没有|都不|以上都|不清楚|不知道|其他|none|no one|not sure|don.t know|other/i;

/** Hints for easy reading and finishing. Leading and double questions are for people to judge: show them to some. */
export function lintReading(lint: QuestionnaireLint): void {
  for (const at of textsOf(lint.questionnaire)) {
    lintLength(lint, at);
    lintJargon(lint, at);
  }
  for (const at of questionsOf(lint.questionnaire)) lintForced(lint, at);
  for (const block of ['community', 'appraisee'] as const) {
    const { length } = lint.questionnaire[block];
    if (length <= MOST_QUESTIONS[block]) continue;
    lint.hint('HINT_MANY_QUESTIONS', [block], {
      en: `${length} questions; many residents stop after ${MOST_QUESTIONS[block]}.`,
      zh: `共 ${length} 题；超过 ${MOST_QUESTIONS[block]} 题，不少居民会中途放弃。`,
    });
  }
}

/** Questions and choices are measured whole, prose by its longest sentence. */
function lintLength({ hint }: QuestionnaireLint, { kind, text, path }: TextAt): void {
  const { code, zh, en } = LIMITS[kind];
  const units = (words: string) => (kind === 'prose' ? sentencesOf(words) : [words]);
  const characters = Math.max(0, ...units(text.zh).map(countCharacters));
  if (characters > zh) {
    hint(code, [...path, 'zh'], {
      en: `${characters} Chinese characters in one go; ${zh} are easier to read.`,
      zh: `一口气 ${characters} 个字；不超过 ${zh} 个字更好读。`,
    });
  }
  const words = Math.max(0, ...units(text.en).map(countWords));
  if (words > en) {
    hint(code, [...path, 'en'], {
      en: `${words} words in one go; ${en} are easier to read.`,
      zh: `英文一口气 ${words} 个词；不超过 ${en} 个词更好读。`,
    });
  }
}

/** Ends of sentences; a full stop only before a blank or the end, so that 3.5 stays whole. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[。！？；!?;…\n])|(?<=\.)(?=\s|$)/u).filter((each) => each.trim() !== '');
}

/** Letters and digits of whatever script, without punctuation and blanks. */
export function countCharacters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** Runs of letters and digits; apostrophes and hyphens join. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

function lintJargon({ hint }: QuestionnaireLint, { text, path }: TextAt): void {
  for (const { word, say } of JARGON.zh) {
    if (!text.zh.includes(word)) continue;
    hint('HINT_JARGON', [...path, 'zh'], {
      en: `Residents may not know "${word}"; rather: ${say}.`,
      zh: `居民不一定懂“${word}”，可以写：${say}。`,
    });
  }
  for (const { word, say } of JARGON.en) {
    if (!new RegExp(`\\b${word}`, 'i').test(text.en)) continue;
    hint('HINT_JARGON', [...path, 'en'], {
      en: `Residents may not know "${word}"; rather: ${say}.`,
      zh: `居民不一定懂“${word}”，可以写：${say}。`,
    });
  }
}

/** Who has to tick something and finds nothing true ticks anything. */
function lintForced({ hint }: QuestionnaireLint, at: QuestionAt): void {
  if (at.question.kind !== 'multiple' || !at.question.required) return;
  if (choicesOf(at).some(({ text }) => NONE.test(text.zh) || NONE.test(text.en))) return;
  hint('HINT_FORCED_CHOICE', [...at.path, 'required'], {
    en: 'Offer "none of these", or do not require an answer.',
    zh: '请加一个“以上都没有”的选项，或者不要求必答。',
  });
}
