import { Refusal } from '../refusal.js';
import type { AppraiseeCase } from '../evaluate/unit-case.js';

type Because = { readonly reason: string };

/** One thing in the sealed evidence that a reviewer finds wrong, and what it should have been. */
export type Correction =
  | (Because & { readonly kind: 'fact'; readonly fact: string; readonly value: boolean | string | number })
  /** `null`: the mark does not count. */
  | (Because & {
      readonly kind: 'mark';
      readonly part: string;
      readonly role: string;
      readonly rater: string;
      readonly post?: string | undefined;
      readonly value: string | null;
    })
  | (Because & { readonly kind: 'routine'; readonly period: string; readonly value: string | null })
  | (Because & {
      readonly kind: 'adjustment';
      readonly item: string;
      readonly times: number;
      readonly evidence: readonly string[];
    })
  | (Because & { readonly kind: 'evidence'; readonly part: string; readonly evidence: readonly string[] });

/**
 * Somebody's sealed case with what a reviewer corrects; the case given stays as it is. A mark or a period can be
 * corrected or struck out, never added: that would be a mark nobody gave. Refuses `CORRECTION_UNKNOWN` (it corrects
 * what is not in the evidence) and `CORRECTIONS_MISSING` (nothing is corrected).
 */
export function correctedCase(sealed: AppraiseeCase, corrections: readonly Correction[]): AppraiseeCase {
  if (corrections.length === 0) {
    throw new Refusal('CORRECTIONS_MISSING', 'A result changes only where evidence is corrected.');
  }
  return corrections.reduce(corrected, sealed);
}

function corrected(person: AppraiseeCase, one: Correction): AppraiseeCase {
  switch (one.kind) {
    case 'fact':
      return { ...person, facts: { ...person.facts, [one.fact]: one.value } };
    case 'mark': {
      const isMeant = ({ part, role, rater, post }: AppraiseeCase['marks'][number]) =>
        part === one.part && role === one.role && rater === one.rater && post === one.post;
      return { ...person, marks: replaced(person.marks, isMeant, one.value, one) };
    }
    case 'routine': {
      const isMeant = ({ period }: AppraiseeCase['routine'][number]) => period === one.period;
      return { ...person, routine: replaced(person.routine, isMeant, one.value, one) };
    }
    case 'adjustment': {
      const { item, times, evidence } = one;
      const others = person.adjustments.filter((adjustment) => adjustment.item !== item);
      return { ...person, adjustments: [...others, { item, times, evidence: [...evidence] }] };
    }
    case 'evidence':
      return { ...person, evidence: { ...person.evidence, [one.part]: [...one.evidence] } };
  }
}

function replaced<T extends { readonly value: string }>(
  rows: readonly T[],
  isMeant: (row: T) => boolean,
  value: string | null,
  correction: Correction,
): T[] {
  if (!rows.some(isMeant)) {
    throw new Refusal('CORRECTION_UNKNOWN', 'This is not in the evidence, so it cannot be corrected.', {
      correction: { ...correction, reason: undefined },
    });
  }
  return rows.flatMap((row) => {
    if (!isMeant(row)) return [row];
    return value === null ? [] : [{ ...row, value }];
  });
}
