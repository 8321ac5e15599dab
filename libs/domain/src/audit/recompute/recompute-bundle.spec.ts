import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseCalendar } from '../../calendar/calendar.js';
import { canonicalJson } from '../../rulebook/canonical-json.js';
import { hashOfText } from '../../rulebook/content-hash.js';
import { nationalCase, nationalRulebook } from '../../testing/national-rulebook.js';
import { decidedBundle, decidedYear, type DecidedRows, type DecidedYear } from '../testing/decided-bundle.js';
import { readerOf } from '../testing/seeded-bundle.js';
import { recomputeBundle } from './recompute-bundle.js';

const FOLDER = new URL('../../../calendars/', import.meta.url);
const [file] = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const calendar = parseCalendar(JSON.parse(readFileSync(new URL(file ?? '', FOLDER), 'utf8')));
const unit = nationalCase();
const honest = decidedYear(nationalRulebook(), unit, calendar);

type Row = DecidedRows['result'][number];

function recomputed(year: DecidedYear, scope?: Parameters<typeof decidedBundle>[1]) {
  const { files, manifest } = decidedBundle(year, scope);
  return recomputeBundle(readerOf(files), manifest);
}

/** The year with one row of a table another: the first that has these columns. */
function edited(
  table: keyof DecidedRows,
  columns: readonly string[],
  edit: (row: Row) => Row | null,
  from = honest,
): DecidedYear {
  const rows = from.rows[table];
  const at = rows.findIndex((row) => columns.every((column) => column in row));
  const other = edit(rows[at] ?? {});
  const changed = rows.flatMap((row, nth) => (nth !== at ? [row] : other === null ? [] : [other]));
  return { ...from, rows: { ...from.rows, [table]: changed } };
}

/** A forger who knows how a row is stored: the body is changed, and the hash beside it is right again. */
function rewritten(row: Row, edit: (body: never) => unknown): Row {
  const body = canonicalJson(edit(JSON.parse(String(row['body'])) as never));
  return { ...row, body, hash: hashOfText(body) };
}

const first = (year: DecidedYear, scope?: Parameters<typeof decidedBundle>[1]) =>
  recomputed(year, scope).findings[0];

describe('deciding a bundle again', () => {
  it('finds nothing where everything was decided as the rules say', () => {
    const { findings, lists, people, deadlines } = recomputed(honest);
    expect(findings).toEqual([]);
    expect({ lists, people: people > 10, deadlines: deadlines > 20 }).toEqual({
      lists: 1,
      people: true,
      deadlines: true,
    });
  });

  it('finds a score that was edited together with its hash, and says what it should be', () => {
    const year = edited('result', ['appraisal_id', 'body'], (row) =>
      rewritten(row, (person: { composite: string }) => ({ ...person, composite: '99.9' })),
    );
    const found = first(year);
    expect(found?.code).toBe('EVALUATION_DIFFERS');
    expect(found?.en).toContain('on record 99.9, should be');
    expect(found?.where).toMatchObject({ entry: 'result.jsonl', line: 1 });
  });

  it('finds evidence that was edited by what it should have come to, with the clause', () => {
    const year = edited('evidence', ['appraisal_id', 'body'], (row) =>
      rewritten(row, (person: { marks: { value: string }[] }) => ({
        ...person,
        marks: person.marks.map((mark) => ({ ...mark, value: '1' })),
      })),
    );
    const { findings } = recomputed(year);
    expect(findings.map(({ code }) => code)).toContain('EVALUATION_DIFFERS');
    expect(findings.map(({ code }) => code)).toContain('LIST_DIFFERS');
  });

  it('finds a body that is not what its hash says', () => {
    const year = edited('evidence', ['appraisal_id', 'body'], (row) => ({
      ...row,
      hash: `sha256:${'0'.repeat(64)}`,
    }));
    expect(first(year)?.code).toBe('BODY_HASH');
  });

  it('finds another seed of the draw in one unit', () => {
    const year = edited('evidence', ['unit_id', 'sealed_at'], (row) =>
      rewritten(row, (frame: object) => ({ ...frame, year: 1 })),
    );
    expect(first(year)?.code).toBe('ROW_UNREADABLE');
    const other = edited('evidence', ['unit_id', 'sealed_at'], (row) =>
      rewritten(row, (frame: object) => ({ ...frame, cycleId: 'c2' })),
    );
    expect(first(other)?.code).toBe('FRAME_DIFFERS');
  });

  it('finds a seat more on the quota sheet, with the clause of the cap', () => {
    const year = edited('result', ['unit_id', 'body'], (row) =>
      rewritten(row, (sheet: { seats: number }) => ({ ...sheet, seats: sheet.seats + 1 })),
    );
    expect(first(year)).toMatchObject({ code: 'QUOTA_DIFFERS', clause: expect.any(String) });
  });

  it('finds evidence taken out', () => {
    const year = edited('evidence', ['appraisal_id', 'body'], () => null);
    expect(recomputed(year).findings.map(({ code }) => code)).toContain('EVALUATION_UNFOUNDED');
  });

  it('finds a list that was approved and is not this one', () => {
    const year = edited('act', ['list_hash'], (row) => ({ ...row, list_hash: `sha256:${'1'.repeat(64)}` }));
    expect(first(year)?.code).toBe('LIST_DIFFERS');
  });

  it('finds somebody missing on the public notice', () => {
    const year = edited('notice', ['entries'], (row) => ({ ...row, entries: '[]' }));
    expect(first(year)).toMatchObject({ code: 'NOTICE_DIFFERS', clause: expect.any(String) });
  });

  it('finds a written result that is none of the evaluations', () => {
    const year = edited('result', ['result_hash'], (row) => ({
      ...row,
      result_hash: `sha256:${'2'.repeat(64)}`,
    }));
    expect(first(year)?.code).toBe('RESULT_DIFFERS');
  });

  it('finds a consequence that follows from nothing, and one that is missing', () => {
    const year = edited('decision', ['rule'], (row) => ({ ...row, effect: 'raise_twice' }));
    expect(first(year)?.code).toBe('CONSEQUENCE_DIFFERS');
    expect(first(edited('decision', ['rule'], () => null))?.code).toBe('CONSEQUENCE_MISSING');
  });

  it.each([
    ['a notice a day short', 'notice', 'ends_at', -86_400_000],
    ['a time to contest a day short', 'result', 'contest_until', -86_400_000],
    ['a result due a day late', 'result', 'due_at', 86_400_000],
  ] as const)('finds %s, by the calendar', (_what, table, column, by) => {
    const year = edited(table, [column], (row) => ({ ...row, [column]: Number(row[column]) + by }));
    const found = first(year);
    expect(found).toMatchObject({ code: 'DEADLINE_DIFFERS', clause: expect.any(String) });
    expect(found?.en).toMatch(/working days end \d{4}-\d\d-\d\d/);
  });

  it('finds a result written before its notice was over', () => {
    const year = edited('result', ['written_at'], (row) => ({
      ...row,
      written_at: Date.UTC(2026, 0, 12, 3),
    }));
    expect(recomputed(year).findings.map(({ code }) => code)).toContain('TOO_EARLY');
  });

  it('never fails on rows of any shape', () => {
    const pair = { ...unit, appraisees: unit.appraisees.slice(0, 2) };
    const small = decidedYear(nationalRulebook(), pair, calendar);
    for (const table of ['evidence', 'result', 'notice'] as const) {
      for (const column of Object.keys(small.rows[table][0] ?? {})) {
        for (const value of [null, 'x', {}]) {
          const year = edited(table, [column], (row) => ({ ...row, [column]: value }), small);
          expect(() => recomputed(year)).not.toThrow();
        }
      }
    }
  });

  it('computes each step of one person’s derivation again, and says that seats depend on others', () => {
    const scope = { kind: 'appraisal', appraisal: 'a' } as const;
    const rows = { ...honest.rows, evidence: [] };
    const { findings, notChecked } = recomputed({ ...honest, rows }, scope);
    expect(findings).toEqual([]);
    expect(notChecked.map(({ code }) => code)).toEqual(['RECOMPUTE_OTHERS']);
  });
});
