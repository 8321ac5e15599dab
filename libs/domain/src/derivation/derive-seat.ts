import { holds } from '../evaluate/condition.js';
import type { QuotaSheet } from '../evaluate/evaluation.js';
import { titleOf } from '../evaluate/sheet.js';
import { formatExact, parseExact } from '../exact/exact.js';
import { gradeBelow, type QuotaResult } from '../quota/solve-quota.js';
import { derived, input, text } from './build.js';
import { ruleNode, type RuleContext } from './derive-rule.js';
import { TO_PEOPLE, type DerivationNode } from './node.js';

function capNode(context: RuleContext, sheet: QuotaSheet, capsConflict: boolean): DerivationNode {
  const { rulebook, standing } = context;
  const { quota } = rulebook;
  const base = input(
    text('规定比例', 'stated cap'),
    formatExact(parseExact(quota.cap)),
    `rulebook:${quota.id}.cap`,
    quota,
  );
  const adjusted = [...quota.raised, ...quota.lowered].map((rule) =>
    ruleNode(context, standing.facts, {
      what: titleOf(rule),
      when: rule.when,
      then: formatExact(parseExact(rule.cap)),
      speaks: holds(rule.when, standing.facts),
      source: rule,
    }),
  );
  return derived(
    text('本单位比例', 'cap of this unit'),
    capsConflict ? TO_PEOPLE : sheet.cap,
    { op: 'quota_cap', raised: quota.raised.length, whenBoth: quota.whenBoth },
    [base, ...adjusted],
    { source: { id: sheet.capRule, clause: sheet.capClause } },
  );
}

function seatsNode(context: RuleContext, sheet: QuotaSheet, quota: QuotaResult): DerivationNode {
  const rule = context.rulebook.quota;
  const conflict = sheet.toPeople !== null && capConflict(quota, sheet);
  const base = input(text('基数（人）', 'base (people)'), String(sheet.base), 'quota:base', rule);
  const exactSeats = derived(
    text('基数×比例', 'base x cap'),
    conflict ? TO_PEOPLE : sheet.exactSeats,
    { op: 'product' },
    [base, capNode(context, sheet, conflict)],
  );
  const name = text('名额', 'seats');
  if (conflict || rule.rounding !== 'largest_remainder') {
    const mode = rule.rounding === 'largest_remainder' ? 'floor' : rule.rounding;
    const value = conflict ? TO_PEOPLE : String(sheet.seats);
    return derived(name, value, { op: 'round', places: 0, mode }, [exactSeats], { source: rule });
  }
  const pooled = quota.sheets.filter(
    (other) =>
      other.unit === sheet.unit ||
      (other.pool !== null && other.pool === sheet.pool && !capConflict(quota, other)),
  );
  const children = pooled.map((other) =>
    other.unit === sheet.unit
      ? exactSeats
      : input(
          text(`${other.unit}的基数×比例`, `base x cap of ${other.unit}`),
          other.exactSeats,
          `quota:${other.unit}.exactSeats`,
        ),
  );
  const operation = {
    op: 'largest_remainder',
    units: pooled.map(({ unit }) => unit),
    unit: sheet.unit,
  } as const;
  return derived(name, String(sheet.seats), operation, children, { source: rule });
}

/** Whether the unit's seats were left to people because a raised and a lowered cap both spoke. */
function capConflict(quota: QuotaResult, sheet: QuotaSheet): boolean {
  return quota.conflicts.has(sheet.unit);
}

/**
 * The step from the provisional grade to the final one: base, cap, seats, rank. People who want no seat, or
 * are counted elsewhere, keep their grade and open nothing here.
 */
export function deriveSeat(
  context: RuleContext,
  provisional: DerivationNode,
  quota: QuotaResult,
): DerivationNode {
  const { rulebook, standing } = context;
  const { id, unit } = standing.person;
  const outcome = quota.outcomes.get(id);
  const sheet = quota.sheets.find((one) => one.unit === unit);
  if (outcome === undefined || sheet === undefined) return provisional;
  if (outcome.kind === 'elsewhere') {
    return derived(
      text('名额在别处统计，不参加本单位排名', 'counted elsewhere: not ranked in this unit'),
      outcome.grade,
      { op: 'first' },
      [provisional],
      { source: rulebook.quota.excludes },
    );
  }
  const tied = outcome.kind === 'to_people' && !capConflict(quota, sheet);
  const rank = derived(
    text('排名', 'rank'),
    tied ? TO_PEOPLE : String(outcome.rank),
    { op: 'input', from: 'quota:rank' },
    [],
    { note: quota.lines.get(id)?.why ?? null },
  );
  const below = gradeBelow(rulebook.grades, rulebook.quota);
  return derived(
    text('名额确定后的档次', 'grade after the quota'),
    outcome.kind === 'to_people' ? 'undecided' : outcome.grade,
    { op: 'seat', grades: rulebook.quota.grades, below },
    [provisional, rank, seatsNode(context, sheet, quota)],
    { source: { id: sheet.capRule, clause: sheet.capClause } },
  );
}
