import { useLanguage } from '../../i18n/language.js';

/** Several words in a row, as the language now shown separates them. */
export function useListing(): (words: readonly string[]) => string {
  const separator = useLanguage() === 'zh' ? '、' : ', ';
  return (words) => words.join(separator);
}
