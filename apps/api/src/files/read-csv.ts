import { CsvError, parse } from 'csv-parse/sync';
import type { Table } from '@kaoji/application/staff';
import { RequestFault } from '../problems/request-fault.js';

/**
 * Reads CSV in UTF-8 (with or without its mark) or, as office programs in China write it, in GBK (GB 18030).
 * Refuses `FILE_UNREADABLE` for other encodings and for text that is no CSV, with the row.
 */
export function readCsv(body: Buffer, mostRows: number): Table {
  const [first, ...rest] = parseRecords(decode(body), mostRows);
  return {
    header: first?.record ?? [],
    rows: rest
      .map(({ record, row }) => ({ row, cells: record }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
  };
}

function decode(body: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(body);
      if (!text.includes('\u0000')) return text;
    } catch (error) {
      if (!isWrongEncoding(error)) throw error; // the other encoding may fit
    }
  }
  throw new RequestFault(
    'FILE_UNREADABLE',
    'The file is neither UTF-8 nor GBK text. Save it as CSV (UTF-8).',
  );
}

function isWrongEncoding(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
}

type Numbered = { readonly record: readonly string[]; readonly row: number };

function parseRecords(text: string, mostRows: number): readonly Numbered[] {
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
      to: mostRows + 2, // one row more than allowed: enough to know
    });
    return (parsed as string[][]).map((record, index) => ({ record, row: index + 1 }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    throw new RequestFault(
      'FILE_UNREADABLE',
      `The file is no CSV: see line ${line} (quotes that do not close?).`,
      [{ path: String(line), row: line, code: error.code, message: 'not CSV from here on' }],
    );
  }
}

/** Commas as the standard says, or what spreadsheet programs write instead. */
function separatorOf(text: string): ',' | ';' | '\t' {
  const header = text.slice(0, Math.max(0, text.search(/[\r\n]|$/)));
  const count = (separator: string) => header.split(separator).length;
  if (count('\t') > count(',')) return '\t';
  return count(';') > count(',') ? ';' : ',';
}
