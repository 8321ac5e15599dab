import type { Stratum } from '../../ports/survey-records.js';
import type { Contacts } from '../../survey/contacts.js';
import type { RowFault, TableRow } from '../roster/row-fault.js';
import { mailboxOf, opaqueRef, openidOf, phoneOf } from './contact-forms.js';

export type ReadResident = { readonly ref: string; readonly stratum: Stratum; readonly contacts: Contacts };

const STRATUM_WORDS: Readonly<Record<string, Stratum>> = {
  ordinary: 'ordinary',
  普通居民: 'ordinary',
  representative: 'representative',
  居民代表: 'representative',
  service_object: 'service_object',
  服务对象: 'service_object',
};

/** Reads one line of a residents' list; null when a cell is at fault. A fault names cells and never repeats them. */
export function readResidentRow(
  { row, cells }: TableRow,
  report: (fault: RowFault) => void,
): ReadResident | null {
  let sound = true;
  const cell = (column: string): string => (cells[column] ?? '').trim();
  const read = <T>(
    column: string,
    of: (text: string) => T | null,
    fault: readonly [string, string, string],
  ): T | null => {
    const value = of(cell(column));
    if (value !== null) return value;
    const [code, message, messageZh] = fault;
    sound = false;
    report({ row, column, code, message, messageZh });
    return null;
  };
  const contact = (column: keyof Contacts, of: (text: string) => string | null): Contacts => {
    if (cell(column) === '') return {};
    const value = read(column, of, CONTACT_FORM);
    return value === null ? {} : { [column]: value };
  };
  const ref = read('ref', opaqueRef, REF_FORM);
  const stratum = read('stratum', (text) => STRATUM_WORDS[text.toLowerCase()] ?? null, STRATUM_UNKNOWN);
  const contacts = {
    ...contact('phone', phoneOf),
    ...contact('wechat', openidOf),
    ...contact('email', mailboxOf),
  };
  return sound && ref !== null && stratum !== null ? { ref, stratum, contacts } : null;
}

const REF_FORM = [
  'REF_FORM',
  'a reference of 1 to 32 letters, digits, . _ or -; no name, telephone or identity number',
  '编号用1至32位字母、数字、点、下划线或连字符，不得用姓名、电话或身份证号',
] as const;
const STRATUM_UNKNOWN = [
  'STRATUM_UNKNOWN',
  'ordinary, representative or service_object',
  '类别只能是普通居民、居民代表或服务对象',
] as const;
const CONTACT_FORM = ['CONTACT_FORM', 'this contact cannot be used as written', '联系方式格式不对'] as const;
