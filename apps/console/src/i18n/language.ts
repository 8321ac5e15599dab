import i18next from 'i18next';
import { useTranslation, initReactI18next } from 'react-i18next';
import { TAG_OF, type Language } from './texts.js';

const STORED = 'kaoji.language';

/** Chinese unless this browser was told otherwise. */
export async function startLanguages(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: localStorage.getItem(STORED) === 'en' ? 'en' : 'zh',
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    resources: {},
    interpolation: { escapeValue: false }, // React does
    react: { useSuspense: false },
  });
  showLanguage();
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh';
}

export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORED, language);
  await i18next.changeLanguage(language);
  showLanguage();
}

function showLanguage(): void {
  document.documentElement.lang = TAG_OF[currentLanguage()];
}

/** The language now shown; the component is drawn again when it changes. */
export function useLanguage(): Language {
  useTranslation();
  return currentLanguage();
}
