import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SurveyWorld } from './survey-world.js';
import { openSurveyWorld } from './survey-world.js';

const UNLIMITED = { atOnce: 1e6, perSecond: 1e6 };
let world: SurveyWorld;
let token = '';
beforeAll(async () => {
  world = await openSurveyWorld({ limits: { perLink: UNLIMITED } });
  [token = ''] = await world.issue(1);
});
afterAll(() => world.close());

const TYPES = [
  undefined,
  '',
  ' ',
  'application/json',
  'application/json; charset=utf-8',
  'text/plain',
  'text/html',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/xml',
  'application/x-www-form-urlencoded; charset=gbk',
  'application/x-www-form-urlencoded; charset=utf-16',
  'application/x-www-form-urlencoded;charset=utf-8;x=y',
  'application/x-www-form-urlencoded, application/json',
  'application/json, application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded\tx',
  'application/x-www-form-urlencodedx',
  'xapplication/x-www-form-urlencoded',
  'application/x-www-form-urlencoded/json',
  'application/ x-www-form-urlencoded',
  'application /x-www-form-urlencoded',
  'application/x-www-form-urlencoded; boundary=x',
  'application/*',
  '*/*',
  'application/x-www-form-urlencoded+json',
  'application/octet-stream',
  'image/svg+xml',
  'form',
  ';',
  'application/x-www-form-urlencoded; charset=utf-8utf-8',
  '__proto__',
  'constructor',
];
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('a body that is no form of ours', () => {
  it.each(TYPES)('of type %j is refused with 415 and spends nothing', async (type) => {
    const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
    for (const path of [`/s/${token}?lang=en`, '/receipt?lang=en']) {
      const page = await world.http.post(path, 'c.overall=5', headers);
      expect([page.status, page.body]).toEqual([415, expect.stringContaining('did not arrive')]);
    }
    expect(await world.received()).toBe(0);
  });

  it('of more than 64 KiB is refused with 413, with and without a length', async () => {
    const large = `c.overall=5&comment=${'x'.repeat(70_000)}`;
    for (const headers of [FORM, { ...FORM, 'transfer-encoding': 'chunked' }]) {
      const page = await world.http.post(`/s/${token}`, large, headers);
      expect([page.status, page.body]).toEqual([413, expect.stringContaining('内容太长了')]);
    }
    expect(await world.received()).toBe(0);
  });

  it.each([
    ['brackets', `c${'[a]'.repeat(20_000)}=5`],
    ['dots', `c.${'a.'.repeat(30_000)}=5`],
    ['empty fields', '&'.repeat(60_000)],
    ['nothing but names', 'c.overall&'.repeat(6_000)],
    ['the same field', 'c.overall=5&'.repeat(5_000)],
    ['percent signs', `c.overall=%${'%'.repeat(60_000)}`],
    ['bytes that are no text', `c.overall=%FF%FE&comment=${'%C3%28'.repeat(5_000)}`],
  ])('nested or repeated by %s is no answer', async (_what, body) => {
    const page = await world.http.post(`/s/${token}`, body);
    expect(page.status).toBe(422);
    expect(await world.received()).toBe(0);
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])('%s finds nothing here', async (method) => {
    const page = await world.http.send(method, `/s/${token}`, {});
    expect([page.status, page.body]).toEqual([404, expect.stringContaining('没有找到')]);
  });

  it.each(['Application/X-WWW-Form-Urlencoded', 'application/x-www-form-urlencoded; charset=UTF-8'])(
    'is not meant by %s',
    async (type) => {
      const [fresh = ''] = await world.issue(1);
      const answer = await world.http.post(`/s/${fresh}`, 'c.overall=5', { 'content-type': type });
      expect(answer.status).toBe(303);
    },
  );
});
