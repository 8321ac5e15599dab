import type { LocalText } from '@kaoji/domain';
import { Option } from 'commander';

export type Language = 'zh' | 'en';

/** `--lang zh|en`; Chinese unless asked otherwise. */
export function languageOption(): Option {
  return new Option('--lang <language>', 'language of the output').choices(['zh', 'en']).default('zh');
}

/** One text in the language asked for. */
export function inLanguage(text: LocalText, language: Language): string {
  return text[language];
}

/** Says a phrase of the terminal's own in the language asked for: `say('名额', 'Quota')`. */
export function speaker(language: Language): (zh: string, en: string) => string {
  return (zh, en) => (language === 'zh' ? zh : en);
}
