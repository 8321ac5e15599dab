import type { LocalText } from '@kaoji/domain';
import i18next from 'i18next';
import { useCallback } from 'react';
import { useLanguage } from './language.js';
import type { Texts } from './texts.js';

export type Speak<Key extends string> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** Gives the texts of a feature in the language now shown. */
export function useTexts<Key extends string>(texts: Texts<Key>): Speak<Key> {
  const language = useLanguage();
  return useCallback((key, values) => sayIn(language, texts, key, values), [language, texts]);
}

/** What the service says in both languages, in the one now shown. */
export function useLocalText(): (text: LocalText) => string {
  const language = useLanguage();
  return useCallback((text) => text[language], [language]);
}

function sayIn<Key extends string>(
  language: 'zh' | 'en',
  { namespace, zh, en }: Texts<Key>,
  key: Key,
  values: Readonly<Record<string, string | number>> = {},
): string {
  if (!i18next.hasResourceBundle('zh', namespace)) {
    i18next.addResourceBundle('zh', namespace, zh);
    i18next.addResourceBundle('en', namespace, en);
  }
  return i18next.t(key, { ns: namespace, lng: language, ...values });
}
