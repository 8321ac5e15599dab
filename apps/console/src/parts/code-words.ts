import { useEffect, useState } from 'react';
import { useLanguage } from '../i18n/language.js';
import type { wayOutOf } from './ways-out.js';

type Words = typeof wayOutOf;

/** A refusal that came inside an answer, in a sentence and with what to do; its own English until the pages are here. */
export function useCodeWords(): (code: string, message: string) => string {
  const language = useLanguage();
  const [words, setWords] = useState<Words | null>(null);
  useEffect(() => {
    let wanted = true;
    void import('./ways-out.js').then((pages) => {
      if (wanted) setWords(() => pages.wayOutOf);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return (code, message) => {
    const way = words?.(code) ?? null;
    if (way === null) return message;
    return `${language === 'en' ? message : way.sentence.zh} ${way.whatToDo[language]}`;
  };
}
