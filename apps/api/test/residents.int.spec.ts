import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Stratum } from '@kaoji/application';
import { drawSample, listHash } from '@kaoji/domain';
import { XLSX_MEDIA_TYPE } from '@kaoji/http-contract';
import exceljs from 'exceljs';
import type { Person, TestApi } from './harness/api.js';
import {
  STRATA,
  contacts,
  listOf,
  phoneOf,
  refOf,
  startAsking,
  stratumOf,
  type Asking,
  type Refused,
} from './harness/asking.js';
import { RULEBOOK, plan } from './harness/year.js';

let asking: Asking;
let api: TestApi;
let hr: Person;
let campaignId: string;
beforeAll(async () => {
  asking = await startAsking();
  ({ api, hr } = asking);
});
afterAll(() => asking.close());
beforeEach(async () => {
  campaignId = await asking.campaign();
});
const at = (path: string, of = campaignId): string => `/api/surveys/${of}/${path}`;

describe('POST /api/surveys/:campaignId/residents', () => {
  it('takes a list, seals every contact at once, and names the hash to publish', async () => {
    const { body } = await hr.upload(at('residents'), 'text/csv', listOf(10));
    const byStratum = STRATA.map((stratum) => ({
      stratum,
      refs: Array.from({ length: 10 }, (_row, index) => index + 1)
        .filter((n) => stratumOf(n) === stratum)
        .map((n) => refOf(n)),
    }));
    expect(body).toEqual({
      imported: 10,
      listHash: listHash(byStratum),
      strata: byStratum.map(({ stratum, refs }) => ({ stratum, listed: refs.length })),
    });
    const stored = await asking.read(({ invitations }) => invitations.residents(campaignId));
    expect(stored.map(({ sealed }) => contacts.open(campaignId, sealed))[0]).toEqual({
      phone: `+86${phoneOf(1)}`,
      email: 'demo1@example.com',
    });
    for (const text of [JSON.stringify(stored), JSON.stringify(body), JSON.stringify(api.events)]) {
      expect(text).not.toMatch(/1300000000|example\.com/);
    }
  });

  it('takes XLSX and Chinese headers; a second file replaces the first', async () => {
    await asking.imported(campaignId, 40);
    const book = new exceljs.Workbook();
    book.addWorksheet('居民').addRows([
      ['居民编号', '类别', '手机'],
      ['A-1', '普通居民', '130 0000 0000'],
      ['A-2', '服务对象', ''],
    ]);
    const raw = new Uint8Array(await book.xlsx.writeBuffer());
    expect((await hr.upload(at('residents'), XLSX_MEDIA_TYPE, raw)).body).toMatchObject({ imported: 2 });
    expect((await hr.get(at('residents'))).body).toMatchObject({
      strata: [
        { stratum: 'ordinary', listed: 1, drawn: 0 },
        { stratum: 'service_object', listed: 1, drawn: 0 },
      ],
    });
  });

  it('refuses RESIDENTS_INVALID by row, column and code; no cell comes back and nothing is stored', async () => {
    const file = [
      'ref,stratum,phone,email',
      '演示甲,ordinary,,',
      'A-2,neighbour,,',
      'A-3,ordinary,12345,',
      'A-4,ordinary,,演示@nowhere',
      'A-5,ordinary,,',
      'A-5,ordinary,,',
      '13000000000,ordinary,,',
    ].join('\n');
    const { status, text, body } = await hr.upload<Refused & { errors: Record<string, unknown>[] }>(
      at('residents'),
      'text/csv',
      file,
    );
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'RESIDENTS_INVALID' });
    const faults = body.errors.map(
      ({ row, column, code }) => `${String(row)} ${String(column)} ${String(code)}`,
    );
    expect(faults.sort()).toEqual([
      '2 ref REF_FORM',
      '3 stratum STRATUM_UNKNOWN',
      '4 phone CONTACT_FORM',
      '5 email CONTACT_FORM',
      '7 ref DUPLICATE_ROW',
      '8 ref REF_FORM',
    ]);
    expect(text).not.toMatch(/演示甲|neighbour|12345|nowhere|13000000000/);
    expect(await asking.read(({ invitations }) => invitations.residents(campaignId))).toEqual([]);
  });

  it.each([
    ['an empty table', 'ref,stratum\n', 'RESIDENTS_INVALID'],
    ['a column of names', 'ref,stratum,name\nA-1,ordinary,演示\n', 'RESIDENTS_INVALID'],
    ['no table', '\u0000', 'FILE_UNREADABLE'],
  ])('refuses %s', async (_what, file, code) => {
    expect((await hr.upload<Refused>(at('residents'), 'text/csv', file)).body.code).toBe(code);
  });

  it('refuses CAMPAIGN_CLOSED once nobody can answer', async () => {
    const closed = await asking.campaign({ state: 'sealed' });
    const { body } = await hr.upload<Refused>(at('residents', closed), 'text/csv', listOf(1));
    expect(body.code).toBe('CAMPAIGN_CLOSED');
  });

  it('has a template in both formats', async () => {
    expect((await hr.get('/api/templates/residents.csv')).text).toBe('ref,stratum,phone,wechat,email\r\n');
    expect((await hr.get('/api/templates/residents.xlsx')).headers.get('content-type')).toBe(XLSX_MEDIA_TYPE);
  });
});

describe('POST /api/surveys/:campaignId/draw', () => {
  const draw = (json: Record<string, unknown>, of = campaignId) =>
    hr.post<Refused & { strata: unknown; refs: { stratum: Stratum; refs: string[] }[] }>(
      at('draw', of),
      json,
    );

  it('draws by seed what anybody draws again from the same list, and keeps both with their times', async () => {
    const { listHash: hash } = await asking.imported(campaignId, 200);
    const { status, body } = await draw({ seed: '演示种子 2026', listHash: hash });
    expect(status).toBe(201);
    const list = await asking.read(({ invitations }) => invitations.residents(campaignId));
    const sizes = (body.strata as { stratum: Stratum; size: number }[]).map(({ stratum, size }) => ({
      stratum,
      size,
      refs: list.filter((one) => one.stratum === stratum).map(({ ref }) => ref),
    }));
    const again = drawSample({ seed: '演示种子 2026', strata: sizes });
    expect(body.refs.map(({ stratum, refs }) => ({ stratum, refs: [...refs].sort() }))).toEqual(
      again.map(({ stratum, drawn }) => ({ stratum, refs: [...drawn].sort() })),
    );
    const kept = (await hr.get<{ listedAt: number; drawnAt: number }>(at('draw'))).body;
    expect(kept).toEqual(body);
    expect(kept.listedAt).toBeLessThanOrEqual(kept.drawnAt);
  });

  it('refuses DRAW_MADE a second time, and for the list as well', async () => {
    const { listHash: hash } = await asking.imported(campaignId);
    await draw({ seed: 'one', listHash: hash });
    expect((await draw({ seed: 'two', listHash: hash })).body).toMatchObject({
      status: 409,
      code: 'DRAW_MADE',
    });
    expect(await asking.imported(campaignId)).toMatchObject({ code: 'DRAW_MADE' });
  });

  it('draws once, however many draw at once', async () => {
    const { listHash: hash } = await asking.imported(campaignId);
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_one, n) => draw({ seed: `${n}`, listHash: hash })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
  });

  it('refuses LIST_CHANGED when the list is not the one that was published', async () => {
    const { listHash: hash } = await asking.imported(campaignId, 40);
    await asking.imported(campaignId, 41);
    expect((await draw({ seed: 'one', listHash: hash })).body.code).toBe('LIST_CHANGED');
  });

  it('refuses RESIDENTS_MISSING without a list, and NOT_FOUND to show a draw there is not', async () => {
    const hash = `sha256:${'0'.repeat(64)}`;
    expect((await draw({ seed: 'one', listHash: hash })).body.code).toBe('RESIDENTS_MISSING');
    expect((await hr.get<Refused>(at('draw'))).body.code).toBe('NOT_FOUND');
  });

  it('takes sizes from the request only where the rulebook has none, and refuses SAMPLE_SIZES_MISSING', async () => {
    const source = RULEBOOK.replace(/^ {2}strata:\n(?: {4}- .*\n)+/m, '').replace(
      'version: ',
      'version: no-strata-',
    );
    const adopted = await hr.upload<{ hash: string }>('/api/rulebooks', 'text/yaml', source);
    const { body: cycle } = await hr.post<{ id: string }>('/api/cycles', plan(adopted.body.hash));
    const of = await asking.campaign({ cycleId: cycle.id, state: 'planned', opensAt: null, closesAt: null });
    const { listHash: hash } = await asking.imported(of);
    expect((await draw({ seed: 'one', listHash: hash }, of)).body.code).toBe('SAMPLE_SIZES_MISSING');
    const sizes = [{ stratum: 'ordinary', sample: 5 }];
    expect((await draw({ seed: 'one', listHash: hash, sizes }, of)).body.strata).toEqual([
      { stratum: 'ordinary', listed: 28, size: 5, drawn: 5 },
      { stratum: 'representative', listed: 8, size: 0, drawn: 0 },
      { stratum: 'service_object', listed: 4, size: 0, drawn: 0 },
    ]);
  });

  it.each(['', 'two\nlines', 'x'.repeat(201)])('refuses the seed %p', async (seed) => {
    const { listHash: hash } = await asking.imported(campaignId);
    expect((await draw({ seed, listHash: hash })).body.code).toBe('REQUEST_INVALID');
  });
});
