import type { AppraiseeCase, Rulebook } from '@kaoji/domain';
import type { Correction } from '../../api/contests.js';

/** One thing in the evidence that may be wrong, as it stands. */
export type Target =
  | {
      readonly kind: 'mark';
      readonly part: string;
      readonly role: string;
      readonly rater: string;
      readonly post?: string;
      readonly now: string;
    }
  | { readonly kind: 'routine'; readonly period: string; readonly now: string }
  | {
      readonly kind: 'adjustment';
      readonly item: string;
      readonly now: number;
      readonly evidence: readonly string[];
    }
  | { readonly kind: 'fact'; readonly fact: string; readonly now: boolean | string | number | null }
  | { readonly kind: 'evidence'; readonly part: string; readonly evidence: readonly string[] };

export type CorrectionFields = {
  readonly value?: string;
  readonly struck?: boolean;
  readonly times?: string;
  readonly evidence?: string;
  readonly reason: string;
};

/** Marks and routine periods as given; every item and fact of the rulebook, recorded or not. */
export function targetsOf(person: AppraiseeCase, rules: Rulebook | undefined): readonly Target[] {
  const items = (rules?.dimensions ?? []).flatMap(({ adjustments }) => adjustments);
  const facts = (rules?.facts ?? []).filter(({ scope }) => scope === 'person');
  return [
    ...person.marks.map(({ part, role, rater, post, value }): Target => {
      return { kind: 'mark', part, role, rater, now: value, ...(post === undefined ? {} : { post }) };
    }),
    ...person.routine.map(({ period, value }): Target => ({ kind: 'routine', period, now: value })),
    ...items.map(({ id: item }): Target => {
      const known = person.adjustments.find((one) => one.item === item);
      return { kind: 'adjustment', item, now: known?.times ?? 0, evidence: known?.evidence ?? [] };
    }),
    ...Object.entries(person.evidence ?? {}).map(([part, evidence]): Target => ({
      kind: 'evidence',
      part,
      evidence,
    })),
    ...facts.map(({ id: fact, default: usual }): Target => {
      return { kind: 'fact', fact, now: person.facts[fact] ?? usual ?? null };
    }),
  ];
}

/** What the fields say of a target, as the service takes it. */
export function correctionOf(target: Target, fields: CorrectionFields): Correction {
  const { reason, value = '', struck = false } = fields;
  const marked = struck ? null : value.trim();
  switch (target.kind) {
    case 'mark': {
      const { part, role, rater, post } = target;
      return {
        kind: 'mark',
        part,
        role,
        rater,
        ...(post === undefined ? {} : { post }),
        value: marked,
        reason,
      };
    }
    case 'routine':
      return { kind: 'routine', period: target.period, value: marked, reason };
    case 'adjustment':
      return {
        kind: 'adjustment',
        item: target.item,
        times: Number(fields.times ?? 0),
        evidence: listed(fields.evidence),
        reason,
      };
    case 'fact':
      return { kind: 'fact', fact: target.fact, value: factOf(target.now, value.trim()), reason };
    case 'evidence':
      return { kind: 'evidence', part: target.part, evidence: listed(fields.evidence), reason };
  }
}

function factOf(now: boolean | string | number | null, value: string): boolean | string {
  return typeof now === 'boolean' ? value === 'true' : value;
}

function listed(text = ''): string[] {
  return text.split(/[\s,，、;；]+/).filter((one) => one !== '');
}
