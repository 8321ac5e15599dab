import type { DerivationNode } from '../derivation/node.js';
import type { LocalText } from '../rulebook/schema/text.js';
import type { Decision, Evaluation, PersonEvaluation, QuotaSheet } from './evaluation.js';

/** The first step, from the marks upwards, at which two derivations part; null side: the step exists on one side only. */
export type DifferingStep = {
  readonly path: string;
  readonly what: LocalText;
  readonly a: string | null;
  readonly b: string | null;
  readonly clauseA: string | null;
  readonly clauseB: string | null;
};

export type PersonDifference = {
  readonly id: string;
  readonly unit: string;
  readonly a: Decision | null; // null: not in this evaluation
  readonly b: Decision | null;
  readonly compositeA: string | null;
  readonly compositeB: string | null;
  readonly step: DifferingStep | null; // null when derivations were off
};

export type QuotaDifference = {
  readonly unit: string;
  readonly field:
    'base' | 'cap' | 'capRule' | 'exactSeats' | 'rounding' | 'seats' | 'awarded' | 'displaced' | 'sheet';
  readonly a: string;
  readonly b: string;
};

export type EvaluationDifference = {
  readonly graded: readonly PersonDifference[]; // whose final grade or status differs
  readonly scored: readonly PersonDifference[]; // same result, another composite or another reason
  readonly quota: readonly QuotaDifference[];
};

function stepAt(
  path: string,
  a: DerivationNode | undefined,
  b: DerivationNode | undefined,
): DifferingStep | null {
  const what = a?.what ?? b?.what;
  if (what === undefined) return null;
  return {
    path,
    what,
    a: a?.value ?? null,
    b: b?.value ?? null,
    clauseA: a?.clause ?? null,
    clauseB: b?.clause ?? null,
  };
}

function sameStep(a: DerivationNode, b: DerivationNode): boolean {
  return (
    a.value === b.value && a.rule === b.rule && JSON.stringify(a.operation) === JSON.stringify(b.operation)
  );
}

/**
 * The deepest first difference: children are compared in order before their parent, so the answer is the
 * cause and not its effect on the result. A step whose value, rule or operation differs is a difference.
 */
export function firstDifferingStep(a: DerivationNode, b: DerivationNode, path = ''): DifferingStep | null {
  if (a.children.length === b.children.length) {
    for (const [at, child] of a.children.entries()) {
      const other = b.children[at];
      const below = path === '' ? `children.${at}` : `${path}.children.${at}`;
      const found = other === undefined ? null : firstDifferingStep(child, other, below);
      if (found !== null) return found;
    }
    return sameStep(a, b) ? null : stepAt(path, a, b);
  }
  return stepAt(path, a, b);
}

function personDifference(
  a: PersonEvaluation | undefined,
  b: PersonEvaluation | undefined,
): PersonDifference {
  const step =
    a?.derivation !== undefined && b?.derivation !== undefined
      ? firstDifferingStep(a.derivation, b.derivation)
      : null;
  return {
    id: a?.id ?? b?.id ?? '',
    unit: a?.unit ?? b?.unit ?? '',
    a: a?.final ?? null,
    b: b?.final ?? null,
    compositeA: a?.composite ?? null,
    compositeB: b?.composite ?? null,
    step,
  };
}

const SHEET_FIELDS = [
  'base',
  'cap',
  'capRule',
  'exactSeats',
  'rounding',
  'seats',
  'awarded',
  'displaced',
] as const;

function sheetDifferences(
  unit: string,
  a: QuotaSheet | undefined,
  b: QuotaSheet | undefined,
): QuotaDifference[] {
  if (a === undefined || b === undefined) {
    return [
      {
        unit,
        field: 'sheet',
        a: a === undefined ? 'none' : 'present',
        b: b === undefined ? 'none' : 'present',
      },
    ];
  }
  const textOf = (value: QuotaSheet[(typeof SHEET_FIELDS)[number]]) =>
    typeof value === 'object' ? value.join(', ') : String(value);
  return SHEET_FIELDS.filter((field) => textOf(a[field]) !== textOf(b[field])).map((field) => ({
    unit,
    field,
    a: textOf(a[field]),
    b: textOf(b[field]),
  }));
}

/** Both sides by id, in the order of `a` and then what only `b` has. */
function paired<T>(
  a: readonly T[],
  b: readonly T[],
  idOf: (one: T) => string,
): [string, T | undefined, T | undefined][] {
  const left = new Map(a.map((one) => [idOf(one), one]));
  const right = new Map(b.map((one) => [idOf(one), one]));
  return [...new Set([...left.keys(), ...right.keys()])].map((id) => [id, left.get(id), right.get(id)]);
}

/**
 * Who is graded differently in two evaluations of the same people (under two rulebooks, or before and after
 * a correction), by which decisions, from which step on, and how the quota sheets differ.
 */
export function diffEvaluations(a: Evaluation, b: Evaluation): EvaluationDifference {
  const people = paired(a.people, b.people, ({ id }) => id);
  const sameResult = (one: PersonEvaluation | undefined, other: PersonEvaluation | undefined) =>
    one !== undefined &&
    other !== undefined &&
    one.final.status === other.final.status &&
    one.final.grade === other.final.grade;
  const sameReason = (one: PersonEvaluation | undefined, other: PersonEvaluation | undefined) =>
    one?.composite === other?.composite &&
    one?.final.by === other?.final.by &&
    one?.final.rule === other?.final.rule;
  return {
    graded: people.filter(([, x, y]) => !sameResult(x, y)).map(([, x, y]) => personDifference(x, y)),
    scored: people
      .filter(([, x, y]) => sameResult(x, y) && !sameReason(x, y))
      .map(([, x, y]) => personDifference(x, y)),
    quota: paired(a.quota, b.quota, ({ unit }) => unit).flatMap(([unit, x, y]) =>
      sheetDifferences(unit, x, y),
    ),
  };
}
