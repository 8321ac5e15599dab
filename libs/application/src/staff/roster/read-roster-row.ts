import type { Rulebook } from '@kaoji/domain';
import type { RosterEntry } from './roster-entry.js';
import type { RowFault, TableRow } from './row-fault.js';

type Fault = (column: string, code: string, message: string, messageZh: string) => void;
type FactValue = boolean | string | number;
type FactRule = Rulebook['facts'][number];

const YES = ['true', '1', 'yes', 'y', '是'];
const NO = ['false', '0', 'no', 'n', '否'];

/** Reads one line of a roster; cells that cannot be read are reported and left out. */
export function readRosterRow(
  rulebook: Rulebook,
  { row, cells }: TableRow,
  report: (fault: RowFault) => void,
): RosterEntry {
  const fault: Fault = (column, code, message, messageZh) =>
    report({ row, column, code, message, messageZh });
  const cell = (column: string): string => (cells[column] ?? '').trim();
  const needed = (column: string, something = /./): string => {
    if (!something.test(cell(column))) fault(column, 'CELL_EMPTY', 'this cell is needed', '此格必填');
    return cell(column);
  };
  const { personRef, name, phone } = {
    personRef: cell('personRef'),
    name: cell('name'),
    phone: cell('phone'),
  };
  return {
    ...(personRef === '' ? {} : { personRef }),
    ...(name === '' ? {} : { name }),
    ...(phone === '' ? {} : { phone }),
    unit: needed('unit'),
    community: needed('community'),
    posts: pieces(needed('posts', /[^;\uFF1B\s]/)).map((post) => codeOf(rulebook.posts, post)),
    category: codeOf(rulebook.categories, needed('category')),
    facts: readFacts(rulebook, cell, fault),
    punishments: pieces(cell('punishments')).flatMap((text) => readPunishment(rulebook, text, fault)),
    earlier: pieces(cell('earlier')).flatMap((text) => readEarlier(rulebook, text, fault)),
  };
}

function pieces(text: string): readonly string[] {
  return text
    .split(/[;\uFF1B]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

/** Codes may be written as their Chinese or English title. */
function codeOf(
  known: readonly { readonly code: string; readonly title: { readonly zh: string; readonly en: string } }[],
  text: string,
): string {
  const match = known.find(({ code, title }) => code === text || title.zh === text || title.en === text);
  return match?.code ?? text;
}

function readFacts(
  rulebook: Rulebook,
  cell: (column: string) => string,
  fault: Fault,
): Readonly<Record<string, FactValue>> {
  const facts: Record<string, FactValue> = {};
  for (const rule of rulebook.facts) {
    if (rule.scope !== 'person' || cell(rule.id) === '') continue; // empty: the default, or unknown
    const value = readFact(rule, cell(rule.id));
    if (value !== null) facts[rule.id] = value;
    else fault(rule.id, 'FACT_TYPE', `expected ${expected(rule)}`, `应填写：${expected(rule)}`);
  }
  return facts;
}

function readFact(rule: FactRule, text: string): FactValue | null {
  switch (rule.type) {
    case 'boolean':
      if (YES.includes(text.toLowerCase())) return true;
      return NO.includes(text.toLowerCase()) ? false : null;
    case 'integer':
      return /^-?\d{1,9}$/.test(text) ? Number(text) : null;
    case 'decimal': // stays text: a decimal never passes a float
      return /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? text : null;
    case 'code':
      return (rule.values ?? []).includes(text) ? text : null;
  }
}

function expected(rule: FactRule): string {
  switch (rule.type) {
    case 'boolean':
      return '是/否 (true/false)';
    case 'integer':
      return '整数 (a whole number)';
    case 'decimal':
      return '数字 (a number)';
    case 'code':
      return (rule.values ?? []).join(' | ');
  }
}

function readPunishment(rulebook: Rulebook, text: string, fault: Fault): RosterEntry['punishments'] {
  const match = /^([^@]+)@(\d{4})(@duty)?$/.exec(text);
  if (match !== null) {
    const kind = codeOf(rulebook.discipline.punishments, (match[1] ?? '').trim());
    return [{ kind, year: Number(match[2]), linkedToDuty: match[3] !== undefined }];
  }
  fault('punishments', 'CELL_FORM', 'write kind@year or kind@year@duty', '写作：种类@年份 或 种类@年份@duty');
  return [];
}

function readEarlier(rulebook: Rulebook, text: string, fault: Fault): RosterEntry['earlier'] {
  const match = /^(\d{4})\s*[=\uFF1D]\s*(.+)$/.exec(text);
  if (match !== null) {
    return [{ year: Number(match[1]), result: codeOf(rulebook.grades, (match[2] ?? '').trim()) }];
  }
  fault('earlier', 'CELL_FORM', 'write 2024=competent;2023=excellent', '写作：2024=competent;2023=excellent');
  return [];
}
