import { holds } from '../evaluate/condition.js';
import { inBand } from '../evaluate/band.js';
import { liesBetween } from '../evaluate/satisfaction-lines.js';
import type { FactValue } from '../evaluate/facts.js';
import { formatExact, maxExact, minExact, parseExact } from '../exact/exact.js';
import { largestRemainder } from '../quota/seats.js';
import { NONE, TO_PEOPLE, type DerivationNode, type Operation } from './node.js';
import type { NumberOperation } from './recompute-number.js';

export type DecisionOperation = Exclude<Operation, NumberOperation | { op: 'input' | 'refer' }>;

const UNDECIDED = 'undecided';

function factOf(node: DerivationNode): readonly [string, FactValue][] {
  const { operation, value } = node;
  if (operation.op !== 'input') {
    // A computed fact goes by its own id or the one it refers to, and is unknown while there is no number.
    const name = operation.op === 'refer' ? operation.to : node.id;
    return name === undefined || value === NONE || value === TO_PEOPLE ? [] : [[name, value]];
  }
  if (!operation.from.startsWith('fact:')) return [];
  const name = operation.from.slice('fact:'.length);
  switch (operation.kind) {
    case 'boolean':
      return [[name, value === 'true']];
    case 'number':
      return [[name, Number(value)]];
    case 'unknown':
      return [];
    default:
      return [[name, value]];
  }
}

function worst(order: readonly string[], children: readonly string[]): string {
  const spoken = children.filter((child) => child !== NONE);
  const places = spoken.map((child) => order.indexOf(child));
  const last = Math.max(...places);
  if (spoken.length === 0) return NONE;
  const unknown = spoken.some((child) => child === UNDECIDED || child === TO_PEOPLE);
  if (unknown && last < order.length - 1) return UNDECIDED;
  return order[last] ?? UNDECIDED;
}

function quotaCap(operation: Extract<Operation, { op: 'quota_cap' }>, children: readonly string[]): string {
  const [base = NONE, ...adjustments] = children;
  const speaking = (from: readonly string[]) => from.filter((child) => child !== NONE).map(parseExact);
  const raised = speaking(adjustments.slice(0, operation.raised));
  const lowered = speaking(adjustments.slice(operation.raised));
  if (raised.length > 0 && lowered.length > 0) {
    if (operation.whenBoth === 'base') return base;
    if (operation.whenBoth === 'to_people') return TO_PEOPLE;
  }
  if (lowered.length > 0) return formatExact(lowered.reduce(minExact));
  return raised.length > 0 ? formatExact(raised.reduce(maxExact)) : base;
}

function pooledSeats(
  operation: Extract<Operation, { op: 'largest_remainder' }>,
  children: readonly string[],
): string {
  const claims = operation.units.map((unit, at) => ({
    unit,
    pool: null,
    exactSeats: parseExact(children[at] ?? ''),
  }));
  return String(largestRemainder(claims).get(operation.unit) ?? NONE);
}

function seat(operation: Extract<Operation, { op: 'seat' }>, children: readonly string[]): string {
  const [grade = NONE, rank = NONE, seats = NONE] = children;
  if (!operation.grades.includes(grade)) return grade;
  if (seats === TO_PEOPLE || rank === TO_PEOPLE) return UNDECIDED;
  return Number(rank) <= Number(seats) ? grade : operation.below;
}

/** What a deciding operation gives from its children: grades, outcomes, caps and seats. */
export function recomputeDecision(operation: DecisionOperation, nodes: readonly DerivationNode[]): string {
  const children = nodes.map((node) => node.value);
  switch (operation.op) {
    case 'band': {
      const score = children[0] ?? NONE;
      if (score === NONE || score === TO_PEOPLE) return UNDECIDED;
      const band = operation.bands.find((one) =>
        inBand(
          {
            from: { value: one.from, includes: one.fromIncludes },
            to: { value: one.to, includes: one.toIncludes },
          },
          parseExact(score),
        ),
      );
      return band?.grade ?? UNDECIDED;
    }
    case 'worst':
      return worst(operation.order, children);
    case 'heaviest': {
      const place = Math.max(...children.map((child) => operation.order.indexOf(child)));
      return operation.order[place] ?? NONE;
    }
    case 'first':
      return children.find((child) => child !== NONE) ?? NONE;
    case 'rule': {
      const facts = new Map(nodes.flatMap(factOf));
      const excepted = operation.unless !== undefined && holds(operation.unless, facts);
      return holds(operation.when, facts) && !excepted ? operation.then : NONE;
    }
    case 'lookup':
      return operation.table.find((row) => row.key === children[0])?.value ?? NONE;
    case 'quota_cap':
      return quotaCap(operation, children);
    case 'largest_remainder':
      return pooledSeats(operation, children);
    case 'between': {
      const [low = '', high = ''] = children;
      return String(liesBetween(parseExact(operation.line), parseExact(low), parseExact(high)));
    }
    case 'needs_people':
      return new Set(children.slice(0, 3)).size > 1 ? operation.says : NONE;
    case 'seat':
      return seat(operation, children);
  }
}
