import type { RowFault, TableRow } from '../roster/row-fault.js';
import type { GivenMark } from './give-marks.js';
import type { AdjustmentInput } from './record-adjustments.js';
import type { RoutineInput } from './record-routine.js';

export type MarkEntry =
  | { readonly kind: 'mark'; readonly mark: Omit<GivenMark, 'version'> }
  | { readonly kind: 'routine'; readonly routine: RoutineInput }
  | { readonly kind: 'adjustment'; readonly adjustment: AdjustmentInput };
/** One line of a marks sheet; two lines with the same key say the same thing twice. */
export type ReadRow = { readonly row: number; readonly key: string; readonly entry: MarkEntry };

const KINDS: Readonly<Record<string, MarkEntry['kind']>> = {
  '': 'mark',
  mark: 'mark',
  评分: 'mark',
  routine: 'routine',
  平时考核: 'routine',
  adjustment: 'adjustment',
  加减分: 'adjustment',
};
const DECIMAL = /^-?\d{1,12}(\.\d{1,6})?$/;

/** Reads one line; `null` when something in it cannot be read, which is reported. */
export function readMarkRow({ row, cells }: TableRow, report: (fault: RowFault) => void): ReadRow | null {
  let sound = true;
  const cell = (column: string): string => (cells[column] ?? '').trim();
  const fault = (column: string, code: string, message: string, messageZh: string): void => {
    sound = false;
    report({ row, column, code, message, messageZh });
  };
  const needed = (column: string, form?: RegExp): string => {
    const text = cell(column);
    if (text === '') fault(column, 'CELL_EMPTY', 'this cell is needed', '此格必填');
    else if (form !== undefined && !form.test(text)) fault(column, 'CELL_FORM', 'not a number', '不是数字');
    return text;
  };
  const kind = KINDS[cell('kind')];
  if (kind === undefined) {
    fault('kind', 'KIND_UNKNOWN', 'one of mark, routine, adjustment', '应为 mark、routine 或 adjustment');
    return null;
  }
  const appraisalId = needed('appraisal');
  const read = { mark: readMark, routine: readRoutine, adjustment: readAdjustment }[kind];
  const { entry, key } = read(appraisalId, cell, needed);
  return sound ? { row, key: JSON.stringify([kind, appraisalId, ...key]), entry } : null;
}

type Cell = (column: string) => string;
type Needed = (column: string, form?: RegExp) => string;
type Read = { readonly entry: MarkEntry; readonly key: readonly string[] };

function readMark(appraisalId: string, cell: Cell, needed: Needed): Read {
  const [part, value] = [needed('part'), needed('value', DECIMAL)];
  const [post, role, reason] = [cell('post'), cell('role'), cell('reason')];
  const mark = {
    appraisalId,
    part,
    value,
    ...(post === '' ? {} : { post }),
    ...(role === '' ? {} : { role }),
    ...(reason === '' ? {} : { reason }),
  };
  return { entry: { kind: 'mark', mark }, key: [part, post, role] };
}

function readRoutine(appraisalId: string, _cell: Cell, needed: Needed): Read {
  const routine = { appraisalId, period: needed('period'), value: needed('value', DECIMAL) };
  return { entry: { kind: 'routine', routine }, key: [routine.period] };
}

function readAdjustment(appraisalId: string, cell: Cell, needed: Needed): Read {
  const [item, times] = [needed('item'), Number(needed('times', /^\d{1,3}$/))];
  const evidence = cell('evidence')
    .split(/[;\uFF1B]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return { entry: { kind: 'adjustment', adjustment: { appraisalId, item, times, evidence } }, key: [item] };
}
