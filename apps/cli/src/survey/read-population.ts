import { CsvError, parse } from 'csv-parse/sync';
import { Refusal, STRATA, type Stratum } from '@kaoji/domain';
import { nameOf, readText } from '../terminal/read-text.js';

export type PopulationStratum = { readonly stratum: Stratum; readonly refs: readonly string[] };

type Row = { readonly line: number; readonly cells: readonly string[] };

/**
 * The list a sample is drawn from: CSV with a header and the columns `ref` and `stratum`, in any order and
 * beside any others, strata in the order of `STRATA`. Refuses `POPULATION_UNREADABLE` for text that is no CSV,
 * `POPULATION_COLUMNS` and `POPULATION_ROW` with the line, and as `readText`.
 */
export async function readPopulation(file: string): Promise<readonly PopulationStratum[]> {
  const name = nameOf(file);
  const [header, ...rows] = parseRows(await readText(file), name);
  const [ref, stratum] = ['ref', 'stratum'].map((column) => {
    const places = (header?.cells ?? []).flatMap((cell, at) => (cell.trim() === column ? [at] : []));
    if (places.length === 1) return places[0];
    throw new Refusal('POPULATION_COLUMNS', `${name}: the first line must name one column "${column}".`, {
      column,
    });
  }) as [number, number];
  const found = new Map<Stratum, string[]>();
  const lines = new Map<string, number>();
  for (const { line, cells } of rows) {
    const [one = '', of = ''] = [cells[ref]?.trim(), cells[stratum]?.trim()];
    const known = STRATA.find((each) => each === of);
    const fault = (sentence: string) =>
      new Refusal('POPULATION_ROW', `${name}, line ${line}: ${sentence}`, { line, ref: one, stratum: of });
    if (known === undefined) throw fault(`the stratum must be ${STRATA.join(', ')}; found "${of}".`);
    if (one === '') throw fault('the ref is empty.');
    const before = lines.get(`${of} ${one}`);
    if (before !== undefined) throw fault(`${one} is already on line ${before}.`);
    lines.set(`${of} ${one}`, line);
    const refs = found.get(known);
    if (refs === undefined) found.set(known, [one]);
    else refs.push(one);
  }
  return STRATA.flatMap((each) => {
    const refs = found.get(each);
    return refs === undefined ? [] : [{ stratum: each, refs }];
  });
}

function parseRows(text: string, name: string): readonly Row[] {
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return (parsed as { record: string[]; info: { lines: number } }[])
      .map(({ record, info }) => ({ line: info.lines, cells: record }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    throw new Refusal('POPULATION_UNREADABLE', `${name} is no CSV: see line ${line}.`, { line });
  }
}
