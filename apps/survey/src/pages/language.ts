export type Language = 'zh' | 'en';

export const LANGUAGES: Readonly<
  Record<Language, { readonly tag: string; readonly ownName: string; readonly other: Language }>
> = {
  zh: { tag: 'zh-CN', ownName: '中文', other: 'en' },
  en: { tag: 'en', ownName: 'English', other: 'zh' },
};

/** What `?lang=` asks for; else the best of `Accept-Language` that we speak; else Chinese. */
export function chooseLanguage(asked: string | null, acceptLanguage: string | undefined): Language {
  if (asked === 'zh' || asked === 'en') return asked;
  const wishes = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((wish, order) => ({ ...readWish(wish), order }))
    .filter((wish) => wish.language !== null && wish.quality > 0)
    .sort((one, other) => other.quality - one.quality || one.order - other.order);
  return wishes[0]?.language ?? 'zh';
}

function readWish(wish: string): { readonly language: Language | null; readonly quality: number } {
  const match = /^\s*(zh|en)(?:-[a-z0-9-]+)?\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?$/i.exec(wish);
  const language = match?.[1]?.toLowerCase();
  return {
    language: language === 'zh' || language === 'en' ? language : null,
    quality: Number(match?.[2] ?? 1),
  };
}
