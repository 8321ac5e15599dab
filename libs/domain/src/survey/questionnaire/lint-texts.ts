import type { QuestionnaireLint } from './questionnaire-finding.js';
import { textsOf, type TextAt } from './questionnaire-parts.js';

/** Words that stand where a text is still to be written; alone, or anywhere for the unmistakable ones. */
const ALONE =
  /^(xx+|某某*|title|label|text|question|placeholder|待定|待补充?|待译|占位|同上|略|[\p{P}\p{S}\s]+)[\s.。:：…]*$/iu;
const ANYWHERE = /\b(TODO|TBD|TBC|FIXME)\b|lorem ipsum|待翻译|待填写/i;

/** Every text is there in both languages: written, not held free, and each in its own. */
export function lintTexts({ questionnaire, fault }: QuestionnaireLint): void {
  for (const { text, path } of textsOf(questionnaire)) {
    let written = true;
    for (const language of ['zh', 'en'] as const) {
      const words = text[language].trim();
      if (words === '') {
        fault('LINT_TEXT_BLANK', [...path, language], {
          en: 'This text is blank.',
          zh: '这里的文字是空白。',
        });
      } else if (ALONE.test(words) || ANYWHERE.test(words)) {
        fault('LINT_TEXT_PLACEHOLDER', [...path, language], {
          en: `"${words}" only holds the place of a text.`,
          zh: `“${words}”只是占位，请写出文字。`,
        });
      } else continue;
      written = false;
    }
    if (written) lintLanguages({ text, path }, fault);
  }
}

function lintLanguages(
  { text, path }: Pick<TextAt, 'text' | 'path'>,
  fault: QuestionnaireLint['fault'],
): void {
  const [zh, en] = [text.zh.trim(), text.en.trim()];
  if (zh === en) {
    fault('LINT_TEXT_NOT_TRANSLATED', path, {
      en: `"${en}" stands for both languages.`,
      zh: `中文和英文都是“${zh}”。`,
    });
    return;
  }
  if (!/\p{Script=Han}/u.test(zh)) {
    fault('LINT_TEXT_LANGUAGE', [...path, 'zh'], {
      en: `"${zh}" has no Chinese character.`,
      zh: `“${zh}”里没有汉字。`,
    });
  }
  if (/\p{Script=Han}/u.test(en) || !/\p{Script=Latin}/u.test(en)) {
    fault('LINT_TEXT_LANGUAGE', [...path, 'en'], {
      en: `"${en}" is not English.`,
      zh: `“${en}”不是英文。`,
    });
  }
}
