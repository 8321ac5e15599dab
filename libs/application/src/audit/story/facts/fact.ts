import { chinaTime, codeWords, whoWords, type RecordedFact } from '@kaoji/domain/story';
import type { LocalText } from '@kaoji/domain';

/** Who an account is in the record, by role; `null`: the flow itself. */
export type Who = (account: string | null) => LocalText;

export function whoIn(roles: ReadonlyMap<string, readonly string[]>): Who {
  return (account) => whoWords(account === null ? ['flow'] : (roles.get(account) ?? []));
}

type Said = Pick<RecordedFact, 'chapter' | 'name' | 'at' | 'what'> & Partial<RecordedFact>;

/** A fact with what it does not say left empty. */
export function fact(said: Said): RecordedFact {
  return {
    who: null,
    account: null,
    why: null,
    clause: null,
    changed: [],
    alone: true,
    tells: null,
    ...said,
  };
}

export const both = (zh: string, en: string): LocalText => ({ zh, en });
/** Text somebody wrote: the same in every language. */
export const written = (text: string | null): LocalText | null =>
  text === null ? null : { zh: text, en: text };
export const gradeCode = ({
  grade,
  status,
}: {
  readonly grade: string | null;
  readonly status: string;
}): string => grade ?? status;
export const gradeWords = (decision: Parameters<typeof gradeCode>[0]): LocalText =>
  codeWords(gradeCode(decision));
export const when = chinaTime;

/** The first value a message carried, as fields. */
export function inputOf(content: readonly unknown[]): Readonly<Record<string, unknown>> {
  const [input] = content;
  return typeof input === 'object' && input !== null ? (input as Readonly<Record<string, unknown>>) : {};
}
