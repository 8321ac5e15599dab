import type { QuotaSheet } from '@kaoji/domain';
import Table from 'cli-table3';
import { SPECIAL_CASES, type DemoPerson } from '../demo/demo-person.js';

/** One person's line of the printed year. */
export type ReportLine = {
  readonly person: DemoPerson;
  readonly composite: string | null;
  readonly provisional: string; // grade or outcome in Chinese
  readonly final: string;
  readonly clause: string;
  readonly why: string;
};
export type UnitReport = {
  readonly name: string;
  readonly sheet: QuotaSheet;
  readonly lines: readonly ReportLine[];
  readonly onLine: readonly string[];
};

/** At most this many people are listed one by one; larger years show their special cases only. */
const LISTED = 120;

/** The year as a person wants to read it: who got which grade by which clause, the quota line, the special cases. */
export function renderYear(units: readonly UnitReport[]): string {
  const total = units.reduce((sum, unit) => sum + unit.lines.length, 0);
  const shown = units.map((unit) => renderUnit(unit, total <= LISTED)).join('\n');
  return `${shown}\n${renderSpecialCases(units)}`;
}

function renderUnit(unit: UnitReport, listed: boolean): string {
  const { sheet } = unit;
  const quota =
    `优秀名额 ${sheet.base} × ${percent(sheet.cap)} = ${sheet.exactSeats} → ${sheet.seats} 个` +
    `（${sheet.capClause ?? sheet.capRule}），拟优秀 ${sheet.candidates} 人，确定 ${sheet.awarded.length} 人` +
    `\nExcellent: ${sheet.base} × ${percent(sheet.cap)} = ${sheet.exactSeats} → ${sheet.seats} seats, ` +
    `${sheet.candidates} candidates, ${sheet.awarded.length} awarded`;
  const line = unit.onLine.map((text) => `  线上 on the line: ${text}`).join('\n');
  return [`\n━━ ${unit.name} ━━`, quota, line, listed ? renderLines([...unit.lines].sort(byScore)) : '']
    .filter(Boolean)
    .join('\n');
}

function renderLines(lines: readonly ReportLine[]): string {
  const table = new Table({
    head: ['姓名 Name', '综合分 Score', '拟定 Proposed', '确定 Final', '依据 Clause', '情形 Case'],
    style: { head: [], border: [] },
  });
  for (const line of lines) {
    table.push([
      line.person.name,
      shorten(line.composite),
      line.provisional,
      line.final,
      line.clause,
      line.person.special === null ? '' : SPECIAL_CASES[line.person.special][0],
    ]);
  }
  return table.toString();
}

/** Highest first, for reading only; those without a number last. */
function byScore(a: ReportLine, b: ReportLine): number {
  const size = (line: ReportLine): number => (line.composite === null ? -1 : approximately(line.composite));
  return size(b) - size(a);
}

function renderSpecialCases(units: readonly UnitReport[]): string {
  const table = new Table({
    head: ['特殊情形 Special case', '姓名 Name', '结果 Result', '理由 Why'],
    style: { head: [], border: [] },
  });
  const lines = units.flatMap((unit) => unit.lines).filter((line) => line.person.special !== null);
  for (const line of lines) {
    const [zh, en] = SPECIAL_CASES[line.person.special as keyof typeof SPECIAL_CASES];
    table.push([`${zh}\n${en}`, line.person.name, line.final, folded(line.why)]);
  }
  return `\n━━ 特殊情形 Special cases ━━\n${table.toString()}`;
}

const FOLD = 34;

/** Chinese has no spaces to break at, so a long reason is folded every so many characters. */
function folded(text: string): string {
  return text.replace(new RegExp(`(.{${FOLD}})(?=.)`, 'gu'), '$1\n');
}

function approximately(composite: string): number {
  const [numerator, denominator] = composite.split('/');
  return Number(numerator) / Number(denominator ?? 1);
}

/** Shown to four places for reading only; the record keeps the exact number. */
function shorten(composite: string | null): string {
  if (composite === null) return '—';
  return composite.includes('/') ? `≈${approximately(composite).toFixed(4)}` : composite;
}

const percent = (cap: string): string => `${Math.round(Number(cap) * 10_000) / 100}%`;
