import type { Language } from './language.js';
import { LANGUAGES } from './language.js';

/** An instant as people in China read it, to the minute. */
export function instantInChina(at: number, language: Language): string {
  return new Intl.DateTimeFormat(LANGUAGES[language].tag, {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(at);
}
