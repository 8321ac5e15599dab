export type Language = 'zh' | 'en';
export const LANGUAGES: readonly Language[] = ['zh', 'en'];
/** As `lang` of the page says it. */
export const TAG_OF: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** The texts of one feature in both languages; made by `texts`. */
export type Texts<Key extends string> = {
  readonly namespace: string;
  readonly zh: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<string, string>>;
};

/** English may say one of something in other words: `left_one` beside `left`. */
type Singular<Key extends string> = { readonly [K in Key as `${K}_one`]?: string };

/**
 * Texts of one feature. Chinese names the keys; an English text that is missing does not compile, and a test
 * finds empty ones and placeholders that differ. `{{count}}` and other values are filled in when it is shown.
 */
export function texts<Key extends string>(
  namespace: string,
  zh: Readonly<Record<Key, string>>,
  en: Readonly<Record<NoInfer<Key>, string>> & Singular<NoInfer<Key>>,
): Texts<Key> {
  return { namespace, zh, en };
}
