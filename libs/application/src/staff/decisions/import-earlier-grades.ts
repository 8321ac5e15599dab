import { resultCodes, type Rulebook } from '@kaoji/domain';
import type { ImportedGrade } from '../../ports/documents.js';
import type { Clock } from '../../ports/gateways.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { emptyTable, nameColumns } from '../roster/name-columns.js';
import type { Column } from '../roster/roster-columns.js';
import { refuseFaults, type RowFault, type TableRow } from '../roster/row-fault.js';
import type { Table } from '../roster/table.js';
import { civilDay } from './civil-today.js';

export const EARLIER_GRADE_COLUMNS: readonly Column[] = [
  { id: 'personRef', title: { zh: '人员编号', en: 'Person reference' } },
  { id: 'year', title: { zh: '年度', en: 'Year' } },
  { id: 'result', title: { zh: '结果', en: 'Result' } },
  { id: 'reference', title: { zh: '依据文号', en: 'Document' } },
  { id: 'provenOn', title: { zh: '文件日期', en: 'Date of the document' }, hint: '2026-01-31' },
  { id: 'corrects', title: { zh: '更正的文号', en: 'Corrects document' } },
];

/**
 * Imports results of earlier years, each with the document that says so, all of them or nothing. The same row
 * again changes nothing; another result for a year that is known is a fault, unless the row names the document
 * it corrects; what was recorded here is corrected by nobody. Refuses `GRADES_INVALID` (row, column, code),
 * `RULEBOOK_UNKNOWN`, `FORBIDDEN`.
 */
export async function importEarlierGrades(
  deps: { readonly transactions: Transactions; readonly clock: Clock; readonly rulebooks: RulebookShelf },
  actor: Actor,
  input: { readonly areaId: string; readonly rulebook: string; readonly table: Table },
): Promise<{ readonly imported: number }> {
  demand(actor, 'cycle.plan', { areaId: input.areaId, unitId: 'whole_area' });
  return deps.transactions.run(async (stores) => {
    const rulebook = await deps.rulebooks.take(stores, input.rulebook);
    const { rows, faults } = nameColumns(input.table, EARLIER_GRADE_COLUMNS);
    if (rows.length === 0) faults.push(emptyTable());
    const importedAt = deps.clock.now();
    const read = rows.map((row) =>
      readRow(rulebook, row, civilDay(importedAt), (one) => void faults.push(one)),
    );
    faults.push(...(await unknownPeople(stores, read)), ...twice(read));
    refuseFaults('GRADES_INVALID', faults);
    const people = read.map(({ personId }) => personId);
    const recorded = await stores.documents.recordedOf(people);
    const known = await stores.documents.importedOf(people);
    const grades: ImportedGrade[] = [];
    for (const row of read) {
      const before = known.find(({ personId, year }) => personId === row.personId && year === row.year);
      const own = recorded.find(({ personId, year }) => personId === row.personId && year === row.year);
      const fault = disagreement(row, before, own?.result);
      if (fault !== null) faults.push(fault);
      if (fault !== null || isSame(row, before)) continue;
      const { personId, year, result, reference, provenOn } = row;
      const version = (before?.version ?? 0) + 1;
      const importedBy = actor.accountId;
      grades.push({ personId, year, version, result, reference, provenOn, importedBy, importedAt });
    }
    refuseFaults('GRADES_INVALID', faults);
    if (grades.length > 0) await stores.documents.insertImported(grades);
    return { imported: grades.length };
  });
}

type Row = Pick<ImportedGrade, 'personId' | 'year' | 'result' | 'reference' | 'provenOn'> & {
  readonly row: number;
  readonly corrects: string;
};
type Report = (fault: RowFault) => void;

function readRow(rulebook: Rulebook, { row, cells }: TableRow, today: string, report: Report): Row {
  const cell = (column: string): string => (cells[column] ?? '').trim();
  const fault = (column: string, code: string, message: string, messageZh: string): void =>
    report({ row, column, code, message, messageZh });
  for (const column of ['personRef', 'reference']) {
    if (cell(column) === '') fault(column, 'CELL_EMPTY', 'this cell is needed', '此格必填');
  }
  const year = /^\d{4}$/.test(cell('year')) ? Number(cell('year')) : 0;
  if (year < 1950 || year > Number(today.slice(0, 4))) {
    fault('year', 'YEAR_INVALID', 'a year that has begun', '年度须为已开始的年份');
  }
  const grade = rulebook.grades.find(({ code, title }) =>
    [code, title.zh, title.en].includes(cell('result')),
  );
  const result = grade?.code ?? cell('result');
  if (!resultCodes(rulebook).includes(result)) {
    fault('result', 'EARLIER_RESULT_UNKNOWN', 'no result of this rulebook', '规则手册没有这种结果');
  }
  const provenOn = cell('provenOn') === '' ? null : cell('provenOn');
  if (provenOn !== null && (!/^\d{4}-\d{2}-\d{2}$/.test(provenOn) || provenOn > today)) {
    fault(
      'provenOn',
      'DATE_INVALID',
      'a day up to today, as 2026-01-31',
      '日期应写作 2026-01-31，且不晚于今天',
    );
  }
  const [personId, reference, corrects] = [cell('personRef'), cell('reference'), cell('corrects')];
  return { row, personId, year, result, reference, provenOn, corrects };
}

async function unknownPeople(stores: Stores, rows: readonly Row[]): Promise<readonly RowFault[]> {
  const people = await stores.places.people([...new Set(rows.map(({ personId }) => personId))]);
  const known = new Set(people.map(({ id }) => id));
  return rows
    .filter(({ personId }) => personId !== '' && !known.has(personId))
    .map(({ row }) => ({
      row,
      column: 'personRef',
      code: 'PERSON_UNKNOWN',
      message: 'nobody has this reference',
      messageZh: '没有这个人员编号',
    }));
}

function twice(rows: readonly Row[]): readonly RowFault[] {
  const seen = new Set<string>();
  return rows.flatMap(({ row, personId, year }): RowFault[] => {
    const key = `${personId} ${year}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = 'this person and year come twice';
    return [{ row, column: 'year', code: 'DUPLICATE_ROW', message, messageZh: '同一人同一年度重复' }];
  });
}

function isSame(row: Row, before: ImportedGrade | undefined): boolean {
  return before !== undefined && before.result === row.result && before.reference === row.reference;
}

function disagreement(row: Row, before: ImportedGrade | undefined, own: string | undefined): RowFault | null {
  const fault = (message: string, messageZh: string): RowFault => {
    return { row: row.row, column: 'result', code: 'EARLIER_DISAGREES', message, messageZh };
  };
  if (own !== undefined && own !== row.result) {
    return fault('another result was recorded here for this year', '与本系统记录的该年度结果不一致');
  }
  if (before === undefined || isSame(row, before) || row.corrects === before.reference) return null;
  return fault(
    'another document says otherwise: name it to correct it',
    '与已导入的文件不一致；更正须写明原文号',
  );
}
