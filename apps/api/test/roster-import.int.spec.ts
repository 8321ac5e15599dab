import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import type { Person, TestApi } from './harness/api.js';
import { COMMUNITY, OTHER_UNIT, UNIT } from './harness/places.js';
import { XLSX, csv, row, startRostering, workbook, type Rostering } from './harness/rostering.js';
import { ROSTER, ROSTER_HEADER, adoptNational, draftCycle, rosteredCycle } from './harness/year.js';

let rostering: Rostering;
let api: TestApi;
let hr: Person;
beforeAll(async () => {
  rostering = await startRostering();
  ({ api, hr } = rostering);
});
afterAll(() => rostering.close());
const send: Rostering['send'] = (...asked) => rostering.send(...asked);
const onRoster: Rostering['onRoster'] = (...asked) => rostering.onRoster(...asked);

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
