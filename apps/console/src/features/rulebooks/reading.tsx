import {
  conditionText,
  effectText,
  wordingOf,
  type Condition,
  type Finding,
  type GradeEffect,
  type Rulebook,
} from '@kaoji/domain/rulebook';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useLanguage } from '../../i18n/language.js';
import { shareText } from './share-text.js';

/** A rulebook in the reader's language, with what lint says of it. */
export type Reading = {
  readonly rulebook: Rulebook;
  readonly findings: readonly Finding[];
  /** Grades, posts, categories and outcomes by their names here; other codes as they are. */
  readonly named: (code: string) => string;
  readonly role: (code: string) => string;
  readonly condition: (condition: Condition) => string;
  readonly effect: (effect: GradeEffect) => string;
  readonly share: (value: string) => string;
  readonly list: (words: readonly string[]) => string;
};

const Context = createContext<Reading | null>(null);

export function ReadingOf({
  rulebook,
  findings,
  children,
}: Pick<Reading, 'rulebook' | 'findings'> & { readonly children: ReactNode }): ReactNode {
  const language = useLanguage();
  const reading = useMemo(() => read(rulebook, findings, language), [rulebook, findings, language]);
  return <Context.Provider value={reading}>{children}</Context.Provider>;
}

/** The rulebook on this page. */
export function useReading(): Reading {
  const reading = useContext(Context);
  if (reading === null) throw new Error('useReading: no rulebook around it');
  return reading;
}

const STREAK = /^streak\.(.+)\.(consecutive|cumulative)$/;

function read(rulebook: Rulebook, findings: readonly Finding[], language: 'zh' | 'en'): Reading {
  const wording = wordingOf(language, rulebook);
  const { say } = wording;
  const terms = new Map(rulebook.term?.results.map(({ code, title }) => [code, title[language]]));
  const named = (code: string): string => terms.get(code) ?? wording.value(code);
  const fact = (id: string): string => {
    const [, result, kind] = STREAK.exec(id) ?? [];
    if (result === undefined) return wording.fact(id);
    const grade = named(result);
    return kind === 'consecutive'
      ? say(`连续${grade}的年数`, `years running as ${grade}`)
      : say(`累计${grade}的年数`, `years in all as ${grade}`);
  };
  return {
    rulebook,
    findings,
    named,
    role: (code) => rulebook.roles.find((role) => role.code === code)?.title[language] ?? code,
    condition: (condition) => conditionText(condition, { ...wording, fact }),
    effect: (effect) => named(effectText(effect)),
    share: shareText,
    list: (words) => words.join(say('、', ', ')),
  };
}
