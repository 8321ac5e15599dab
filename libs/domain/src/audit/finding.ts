import { FINDING_WORDS, type FindingCode } from './finding-words.js';

/** Where in a bundle: the entry, the line in it (from 1), the leaf of the log (from 0), the byte of the container. */
export type AuditPlace = {
  readonly entry?: string;
  readonly line?: number;
  readonly leaf?: number;
  readonly offset?: number;
};

/** One thing that is not as it should be, for people and for programs. */
export type AuditFinding = {
  readonly code: string;
  readonly where: AuditPlace;
  readonly clause?: string; // of the rulebook, where a rule was broken
  readonly zh: string;
  readonly en: string;
};

/** A finding of these checks; `says` is what was found, put behind the sentence. */
export function finding(code: FindingCode, where: AuditPlace, says = ''): AuditFinding {
  const { zh, en } = FINDING_WORDS[code];
  return { code, where, zh: says === '' ? zh : `${zh}：${says}`, en: says === '' ? en : `${en}: ${says}` };
}

const RANKS = new Map<string, number>(Object.keys(FINDING_WORDS).map((code, at) => [code, at]));

/**
 * The most important first: what cannot be read before what was changed, that before what does not fit together; of
 * the same kind as they were found. Codes of other checks (the container's) come first.
 */
export function byImportance(findings: readonly AuditFinding[]): readonly AuditFinding[] {
  const rank = ({ code }: AuditFinding): number => RANKS.get(code) ?? -1;
  return [...findings].sort((a, b) => rank(a) - rank(b));
}
