import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Person } from './harness/api.js';
import { UNIT } from './harness/places.js';
import { XLSX, row, startRostering, workbook, type Refused, type Rostering } from './harness/rostering.js';
import { ROSTER, ROSTER_HEADER, draftCycle } from './harness/year.js';

let rostering: Rostering;
let hr: Person;
let cycleId: string;
beforeAll(async () => {
  rostering = await startRostering();
  ({ hr, cycleId } = rostering);
});
afterAll(() => rostering.close());
const send: Rostering['send'] = (...asked) => rostering.send(...asked);
const onRoster: Rostering['onRoster'] = (...asked) => rostering.onRoster(...asked);
const refused: Rostering['refused'] = (...asked) => rostering.refused(...asked);

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
