import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { startApi, type Person, type TestApi } from './harness/api.js';
import { COMMUNITY, OTHER_COMMUNITY, OTHER_UNIT, UNIT } from './harness/places.js';
import { ROSTER, ROSTER_HEADER, adoptNational, draftCycle, rosteredCycle, setStage } from './harness/year.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
let api: TestApi;
let hr: Person;
let cycleId: string;
beforeAll(async () => {
  api = await startApi();
  hr = await api.as('hr');
  cycleId = await draftCycle(hr);
});
afterAll(() => api.close());

type Fault = {
  readonly row: number;
  readonly column: string;
  readonly code: string;
  readonly messageZh: string;
};
type Refused = { readonly status: number; readonly code: string; readonly errors?: readonly Fault[] };

const send = (raw: string | Uint8Array<ArrayBuffer>, type = 'text/csv', to = cycleId) =>
  hr.upload<Refused & { imported?: number }>(`/api/cycles/${to}/roster`, type, raw);
const onRoster = async (of = cycleId): Promise<number> =>
  (await hr.get<{ items: unknown[] }>(`/api/cycles/${of}/appraisals`)).body.items.length;

/** Refused with this body, and not a row or a person written. */
async function refused(work: () => Promise<{ body: Refused }>): Promise<Refused> {
  const peopleBefore = await countPeople();
  const { body } = await work();
  expect(await onRoster()).toBe(0);
  expect(await countPeople()).toBe(peopleBefore);
  return body;
}
const countPeople = async (): Promise<number> =>
  Number(
    (
      await api.database.transactions.read(({ places }) =>
        places.people(['person-1', 'person-2', 'person-3']),
      )
    ).length,
  );

const row = (over: Partial<Record<string, string>> = {}): string => {
  const cells: Record<string, string> = {
    personRef: 'person-1',
    name: '',
    phone: '',
    unit: UNIT,
    community: COMMUNITY,
    posts: 'grid_worker',
    category: 'contract',
    earlier: '',
    ...over,
  };
  return ROSTER_HEADER.split(',')
    .map((column) => cells[column] ?? '')
    .join(',');
};
const csv = (...rows: readonly string[]): string => [ROSTER_HEADER, ...rows].join('\n');

async function workbook(lines: readonly (readonly unknown[])[]): Promise<Uint8Array<ArrayBuffer>> {
  const book = new exceljs.Workbook();
  book.addWorksheet('名册').addRows(lines.map((line) => [...line]) as unknown[][]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('a roster that is taken', () => {
  it('as CSV, with names for ids, titles for codes, and new people', async () => {
    const { cycleId: id } = await rosteredCycle(api);
    const more = csv(
      row({ personRef: '', name: '演示新人', phone: '13000000000', unit: '西片', community: '西一社区' }),
    );
    expect((await send(more, 'text/csv', id)).body).toEqual({ imported: 1 });
    expect(await onRoster(id)).toBe(4);
    const { body } = await hr.get<{ items: { name: string; posts: string[]; unitId: string }[] }>(
      `/api/cycles/${id}/appraisals`,
    );
    expect(body.items.map(({ name }) => name).sort()).toEqual(
      ['演示丙', '演示乙', '演示新人', '演示甲'].sort(),
    );
    expect(body.items.find(({ name }) => name === '演示乙')).toMatchObject({
      posts: ['grid_worker'],
      unitId: UNIT,
    });
  });

  it.each([
    { how: 'UTF-8 with its mark', bytes: Buffer.from(`\uFEFF${ROSTER}`) },
    { how: 'GBK, as office programs write it', bytes: gbk(ROSTER) },
    { how: 'line ends of Windows', bytes: Buffer.from(ROSTER.replaceAll('\n', '\r\n')) },
    { how: 'semicolons', bytes: Buffer.from(ROSTER.replaceAll(',', ';')) },
    { how: 'Chinese headers', bytes: Buffer.from(chineseHeader(ROSTER)) },
    { how: 'empty lines at the end', bytes: Buffer.from(`${ROSTER}\n,,,,,,,\n\n`) },
  ])('as CSV with $how', async ({ bytes }) => {
    const id = await draftCycle(hr);
    const { body } = await send(new Uint8Array(bytes), 'text/csv', id);
    expect(body).toEqual({ imported: 3 });
  });

  it('as XLSX', async () => {
    const id = await draftCycle(hr);
    const lines = ROSTER.split('\n').map((line) => line.split(','));
    expect((await send(await workbook(lines), XLSX, id)).body).toEqual({ imported: 3 });
  });

  it('keeps numbers by their digits and reads yes and no in Chinese', async () => {
    const id = await draftCycle(hr);
    const head = `${ROSTER_HEADER},months_in_unit,first_job`;
    const file = await workbook([head.split(','), [...row().split(','), 5.5, '是']]);
    expect((await send(file, XLSX, id)).body).toEqual({ imported: 1 });
    const facts = await api.database.transactions.read(async ({ appraisals }) =>
      (await appraisals.ofUnit(id, UNIT)).map((appraisal) => appraisal.facts),
    );
    expect(facts).toEqual([{ months_in_unit: '5.5', first_job: true }]);
  });
});

describe('ROSTER_INVALID', () => {
  it.each([
    { fault: 'an unknown unit', rows: [row({ unit: 'unit-nowhere' })], at: [2, 'unit', 'UNIT_UNKNOWN'] },
    {
      fault: 'a community of another unit',
      rows: [row({ community: OTHER_COMMUNITY })],
      at: [2, 'community', 'COMMUNITY_UNKNOWN'],
    },
    {
      fault: 'an unknown person',
      rows: [row({ personRef: 'person-9' })],
      at: [2, 'personRef', 'PERSON_UNKNOWN'],
    },
    { fault: 'nobody at all', rows: [row({ personRef: '' })], at: [2, 'personRef', 'PERSON_MISSING'] },
    {
      fault: 'a reference and a name',
      rows: [row({ name: '演示' })],
      at: [2, 'personRef', 'PERSON_AMBIGUOUS'],
    },
    {
      fault: 'the same person twice',
      rows: [row(), row({ posts: 'deputy' })],
      at: [3, 'personRef', 'DUPLICATE_ROW'],
    },
    {
      fault: 'the same new person twice',
      rows: [
        row({ personRef: '', name: '演示丁', phone: '130 0000 0000' }),
        row({ personRef: '', name: '演示丁', phone: '13000000000' }),
      ],
      at: [3, 'name', 'DUPLICATE_ROW'],
    },
    { fault: 'an unknown post', rows: [row({ posts: 'mayor' })], at: [2, 'posts', 'POST_UNKNOWN'] },
    { fault: 'no post', rows: [row({ posts: '' })], at: [2, 'posts', 'CELL_EMPTY'] },
    {
      fault: 'an unknown category',
      rows: [row({ category: 'guest' })],
      at: [2, 'category', 'CATEGORY_UNKNOWN'],
    },
    {
      fault: 'an unknown earlier result',
      rows: [row({ earlier: '2025=great' })],
      at: [2, 'earlier', 'EARLIER_RESULT_UNKNOWN'],
    },
    {
      fault: 'an earlier year to come',
      rows: [row({ earlier: '2026=competent' })],
      at: [2, 'earlier', 'EARLIER_YEAR_INVALID'],
    },
    {
      fault: 'an earlier result out of form',
      rows: [row({ earlier: 'competent' })],
      at: [2, 'earlier', 'CELL_FORM'],
    },
    { fault: 'nothing below the header', rows: [], at: [1, '', 'TABLE_EMPTY'] },
  ])('names row, column and code for $fault', async ({ rows, at: [inRow, column, code] }) => {
    const body = await refused(() => send(csv(...rows)));
    expect(body).toMatchObject({ status: 422, code: 'ROSTER_INVALID' });
    expect(body.errors).toContainEqual(expect.objectContaining({ row: inRow, column, code }));
    for (const { messageZh } of body.errors ?? []) expect(messageZh).toMatch(/\p{Script=Han}/u);
  });

  it('imports nothing when one row of many is wrong, and tells of all that are', async () => {
    const rows = [
      row(),
      row({ personRef: 'person-2', posts: 'mayor' }),
      row({ personRef: 'person-3', unit: 'x' }),
    ];
    const body = await refused(() => send(csv(...rows)));
    expect(body.errors?.map(({ row: at, code }) => `${at} ${code}`)).toEqual([
      '3 POST_UNKNOWN',
      '4 UNIT_UNKNOWN',
    ]);
  });

  it('refuses columns nobody declared rather than drop them', async () => {
    const body = await refused(() => send(`${ROSTER_HEADER},salary\n${row()},1`));
    expect(body.errors).toEqual([expect.objectContaining({ row: 1, column: '9', code: 'COLUMN_UNKNOWN' })]);
  });

  it('refuses facts of the wrong type and punishments out of form', async () => {
    const head = `${ROSTER_HEADER},first_job,months_in_unit,punishments`;
    const body = await refused(() => send(`${head}\n${row()},maybe,1e3,late`));
    expect(body.errors?.map(({ column, code }) => `${column} ${code}`).sort()).toEqual([
      'first_job FACT_TYPE',
      'months_in_unit FACT_TYPE',
      'punishments CELL_FORM',
    ]);
  });

  it('refuses somebody who is on the roster already', async () => {
    const { cycleId: id } = await rosteredCycle(api);
    const { body } = await send(csv(row()), 'text/csv', id);
    expect(body).toMatchObject({ code: 'ROSTER_INVALID' });
    expect(body.errors).toEqual([expect.objectContaining({ row: 2, code: 'DUPLICATE_APPRAISEE' })]);
    expect(await onRoster(id)).toBe(3);
  });

  it('repeats nothing of what a cell says', async () => {
    const body = await refused(() =>
      send(csv(row({ posts: '<script>alert(1)</script>', personRef: '=cmd' }))),
    );
    expect(JSON.stringify(body)).not.toContain('alert(1)</script>,');
  });
});

describe('ROSTER_CLOSED', () => {
  it('refuses a whole roster once the cycle is open', async () => {
    const { cycleId: id } = await rosteredCycle(api);
    await setStage(api, id, { cycle: { state: 'open' } });
    const { body } = await send(csv(row()), 'text/csv', id);
    expect(body).toMatchObject({ status: 409, code: 'ROSTER_CLOSED' });
    expect(await onRoster(id)).toBe(3);
  });
});

describe('FILE_UNREADABLE and FILE_TOO_LARGE', () => {
  it.each([
    { what: 'no bytes', bytes: Buffer.alloc(0) },
    { what: 'UTF-16', bytes: Buffer.from(`\uFEFF${ROSTER}`, 'utf16le') },
    { what: 'bytes that are no text', bytes: Buffer.from([0xff, 0xff, 0x80, 0x0a, 0xff]) },
    { what: 'a picture', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]) },
    { what: 'quotes that never close', bytes: Buffer.from(`${ROSTER_HEADER}\n"person-1,x`) },
    { what: 'a ZIP that is no workbook', bytes: zip([{ name: 'hello.txt', data: Buffer.from('hello') }]) },
    { what: 'the first bytes of a ZIP and nothing else', bytes: Buffer.from('PK\u0003\u0004') },
    {
      what: 'paths that lead out of a ZIP',
      bytes: zip([{ name: '../../etc/passwd', data: Buffer.from('x') }]),
    },
  ])('refuses FILE_UNREADABLE for $what', async ({ bytes }) => {
    const body = await refused(() => send(new Uint8Array(bytes)));
    expect(body).toMatchObject({ status: 422, code: 'FILE_UNREADABLE' });
  });

  it('refuses FILE_UNREADABLE for XML with entities of its own, and reads no file for it', async () => {
    const evil =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>';
    const parts = { ...WORKBOOK_PARTS, 'xl/worksheets/sheet1.xml': evil };
    const file = zip(Object.entries(parts).map(([name, text]) => ({ name, data: Buffer.from(text) })));
    const { body, text } = await hr.upload<Refused>(
      `/api/cycles/${cycleId}/roster`,
      XLSX,
      new Uint8Array(file),
    );
    expect(body.status).toBe(422);
    expect(text).not.toContain('root:');
    expect(await onRoster()).toBe(0);
  });

  it('refuses FILE_UNREADABLE for cells with formulas and dates, naming the cell', async () => {
    for (const value of [{ formula: '1+1', result: 2 }, new Date(0), { error: '#REF!' }]) {
      const file = await workbook([ROSTER_HEADER.split(','), ['person-1', '', '', UNIT, value]]);
      const body = await refused(() => send(file, XLSX));
      expect(body).toMatchObject({ code: 'FILE_UNREADABLE', errors: [{ row: 2, column: 'E2' }] });
    }
  });

  it('refuses FILE_TOO_LARGE for a ZIP bomb before unpacking it', async () => {
    const bomb = zip([{ name: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(40 * 1024 * 1024) }]);
    expect(bomb.length).toBeLessThan(100_000);
    const body = await refused(() => send(new Uint8Array(bomb), XLSX));
    expect(body).toMatchObject({ status: 413, code: 'FILE_TOO_LARGE' });
  });

  it('refuses FILE_TOO_LARGE for more rows than a roster has', async () => {
    const body = await refused(() => send(`${ROSTER_HEADER}\n${`${row()}\n`.repeat(20_001)}`));
    expect(body).toMatchObject({ status: 413, code: 'FILE_TOO_LARGE' });
  });

  it('refuses BODY_TOO_LARGE for a file beyond 20 MB', async () => {
    const body = await refused(() => send(new Uint8Array(20 * 1024 * 1024 + 1)));
    expect(body).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' });
  });

  it('goes by what a file is, not by what it says it is', async () => {
    const id = await draftCycle(hr);
    const lines = ROSTER.split('\n').map((line) => line.split(','));
    expect((await send(await workbook(lines), 'text/csv', id)).body).toEqual({ imported: 3 });
  });
});

describe('GET /api/templates', () => {
  it('gives sheets with one column per declared fact, that can be filled in and sent back', async () => {
    const hash = await adoptNational(hr);
    const template = await hr.get(`/api/templates/roster.csv?rulebook=${hash}`);
    expect(template.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(template.headers.get('content-disposition')).toBe('attachment; filename="roster.csv"');
    const header = template.text.replace('\uFEFF', '').trim().split(',');
    expect(header).toEqual(
      expect.arrayContaining(['personRef', 'name', 'under_investigation', 'punishments']),
    );
    const id = await draftCycle(hr);
    const cells: Record<string, string> = { personRef: 'person-1', unit: UNIT, community: COMMUNITY };
    const filled = header.map((name) => cells[name] ?? { posts: 'deputy', category: 'elected' }[name] ?? '');
    expect((await send(`${template.text.trim()}\n${filled.join(',')}`, 'text/csv', id)).body).toEqual({
      imported: 1,
    });
  });

  it.each(['roster.xlsx', 'marks.xlsx'])(
    'gives %s as a workbook whose notes explain the columns',
    async (file) => {
      const hash = await adoptNational(hr);
      const response = await fetch(`${api.url}/api/templates/${file}?rulebook=${hash}`, {
        headers: { authorization: await bearer() },
      });
      const book = new exceljs.Workbook();
      await book.xlsx.load(await response.arrayBuffer());
      const cell = book.worksheets[0]?.getCell(1, 1);
      expect(cell?.text).toBe(file === 'roster.xlsx' ? 'personRef' : 'kind');
      expect(JSON.stringify(cell?.note)).toMatch(/\p{Script=Han}/u);
    },
  );

  it('gives marks.csv, and refuses NOT_FOUND under a rulebook nobody adopted', async () => {
    const hash = await adoptNational(hr);
    expect((await hr.get(`/api/templates/marks.csv?rulebook=${hash}`)).text).toContain('kind,appraisal,part');
    expect((await hr.get('/api/templates/marks.csv?rulebook=sha256:none')).body).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await hr.get('/api/templates/marks.csv')).body).toMatchObject({ code: 'REQUEST_INVALID' });
  });

  async function bearer(): Promise<string> {
    const json = { username: 'hr', password: 'demo-password-1' };
    return `Bearer ${(await api.stranger.post<{ token: string }>('/api/tokens', json)).body.token}`;
  }
});

describe('units and communities', () => {
  it("keeps a person of one unit out of the other unit's lists", async () => {
    const { cycleId: id } = await rosteredCycle(api);
    const supervisor = await api.as('supervisor');
    const { body } = await supervisor.get<{ items: { unitId: string; name: string | null }[] }>(
      `/api/cycles/${id}/appraisals`,
    );
    expect(body.items.map(({ unitId }) => unitId)).toEqual([UNIT, UNIT]);
    const auditor = await api.as('auditor');
    const seen = await auditor.get<{ items: { unitId: string; name: string | null }[] }>(
      `/api/cycles/${id}/appraisals`,
    );
    expect(seen.body.items.map(({ name }) => name)).toEqual([null, null, null]);
    expect(seen.body.items.map(({ unitId }) => unitId).sort()).toEqual([UNIT, UNIT, OTHER_UNIT].sort());
  });
});

function chineseHeader(text: string): string {
  return text.replace(ROSTER_HEADER, '人员编号,姓名,电话,单位,社区,岗位,类别,往年结果');
}

/** The few characters these tests need, in GBK: looked up by decoding all two-byte codes. */
function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, [number, number]>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      if (low !== 0x7f) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
    }
  }
  return Buffer.from([...text].flatMap((letter) => codes.get(letter) ?? [letter.charCodeAt(0)]));
}

type Part = { readonly name: string; readonly data: Buffer };

/** The least a workbook consists of, but for its one sheet. */
const WORKBOOK_PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  '_rels/.rels':
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml':
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
};

/** A ZIP file, written by hand so that its names may be evil. */
function zip(parts: readonly Part[]): Buffer {
  const [local, central]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, data } of parts) {
    const packed = deflateRawSync(data);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(data.length, 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(data.length, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(offset, 42);
    local.push(head, Buffer.from(name), packed);
    central.push(entry, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
