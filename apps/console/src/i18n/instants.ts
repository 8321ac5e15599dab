import { useMemo } from 'react';
import { useLanguage } from './language.js';
import { TAG_OF } from './texts.js';

/** Instants in the reader's own zone and language. */
export function useInstants(): {
  readonly day: (at: number) => string;
  readonly minute: (at: number) => string;
  readonly second: (at: number) => string;
} {
  const language = useLanguage();
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(TAG_OF[language], { dateStyle: 'medium' });
    const minute = new Intl.DateTimeFormat(TAG_OF[language], { dateStyle: 'medium', timeStyle: 'short' });
    const second = new Intl.DateTimeFormat(TAG_OF[language], { dateStyle: 'medium', timeStyle: 'medium' });
    return {
      day: (at) => day.format(at),
      minute: (at) => minute.format(at),
      second: (at) => second.format(at),
    };
  }, [language]);
}
