import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SurveyWorld } from './survey-world.js';
import { openSurveyWorld } from './survey-world.js';

let world: SurveyWorld;
beforeAll(async () => {
  world = await openSurveyWorld();
});
afterAll(() => world.close());

const oneLink = async () => (await world.issue(1))[0] ?? '';
const post = (token: string, form: string, query = '') => world.http.post(`/s/${token}${query}`, form);
const storedFor = async (token: string) => {
  const verified = world.links.verify(token);
  const linkHash = verified.ok ? verified.linkHash : '';
  return (await world.envelopes()).filter((envelope) => envelope.linkHash === linkHash);
};

describe('POST /s/:token', () => {
  it('stores the hash of the link, the answer and the day in China, and thanks', async () => {
    const [token = ''] = await world.issue(1, 'representative');
    const form =
      'overall=4&worker.appraisal-01=5&worker.appraisal-02=&worker.appraisal-03=1&comment=%E5%A5%BD%0D%0A1';
    const answer = await post(token, form, '?lang=en');
    expect([answer.status, answer.headers.location]).toEqual([303, `/s/${token}/thanks?lang=en`]);
    const [envelope, ...more] = await storedFor(token);
    expect(more).toEqual([]);
    expect(envelope).toEqual({
      linkHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      campaignId: 'campaign-1',
      stratum: 'representative',
      day: '2026-11-21',
      payload: '{"overall":4,"workers":{"appraisal-01":5,"appraisal-03":1},"comment":"好\\n1"}',
    });
    const thanks = await world.http.get(`/s/${token}/thanks?lang=en`);
    expect([thanks.status, thanks.body]).toEqual([200, expect.stringContaining('Thank you!')]);
    expect((await world.http.get(`/s/${token}`)).status).toBe(410);
  });

  it('thanks nobody who has not answered: the form comes back', async () => {
    const page = await world.http.get(`/s/${await oneLink()}/thanks`);
    expect([page.status, page.body]).toEqual([200, expect.stringContaining('<form')]);
  });

  it('leaves out answers about people who are not rated', async () => {
    const token = await oneLink();
    await post(token, 'overall=3&worker.appraisal-04=1&worker.appraisal-06=1&worker.x=1&admin=1');
    expect((await storedFor(token)).map(({ payload }) => payload)).toEqual(['{"overall":3,"workers":{}}']);
  });

  it('shows every problem, keeps every answer and stores nothing', async () => {
    const token = await oneLink();
    const comment = `</textarea><script>alert(1)</script>${'长'.repeat(500)}`;
    const form = `worker.appraisal-01=2&worker.appraisal-02=&worker.appraisal-03=7&comment=${encodeURIComponent(comment)}`;
    const page = await post(token, form);
    expect(page.status).toBe(422);
    expect(page.body).toContain('<title>还没有提交');
    expect(page.body).toContain('<a href="#overall-5">请选择您对社区服务的总体满意程度</a>');
    expect(page.body).toContain('<a href="#p2-5">请在列出的选项中选一个：丙示例</a>');
    expect(page.body).toContain('<a href="#comment">留言太长，请缩短到 500 字以内</a>');
    for (const id of ['overall-5', 'p2-5', 'comment']) expect(page.body).toContain(`id="${id}"`);
    expect(page.body.match(/id="([^"]+)" name="[^"]+" value="[^"]*" checked/g)).toEqual([
      'id="p0-2" name="worker.appraisal-01" value="2" checked',
      'id="p1-0" name="worker.appraisal-02" value="" checked',
    ]);
    expect(page.body).toContain(`&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;${'长'.repeat(500)}`);
    expect(page.body).not.toContain('<script');
    expect(await storedFor(token)).toEqual([]);
    expect((await post(token, 'overall=1')).status).toBe(303);
  });

  it('changes the language and keeps what was filled in; the link stays unspent', async () => {
    const token = await oneLink();
    const page = await post(token, 'overall=2&worker.appraisal-03=4&comment=x&switch=en', '?lang=en');
    expect(page.status).toBe(200);
    expect(page.body).toContain('<html lang="en">');
    expect(page.body).toContain('id="overall-2" name="overall" value="2" checked');
    expect(page.body).toContain('id="p2-4" name="worker.appraisal-03" value="4" checked');
    expect(page.body).toMatch(/<textarea[^>]*>\nx<\/textarea>/);
    expect(page.body).not.toContain('role="alert"');
    expect(await storedFor(token)).toEqual([]);
  });

  it.each([
    'overall=5&overall=1',
    'overall[]=5',
    'overall[$gt]=0',
    '__proto__[overall]=5&constructor[prototype][overall]=5',
    'overall=5%00',
    'overall=%EF%BC%95',
    'overall=1e0',
    'worker.appraisal-01=9&overall=5',
    "overall=5'--",
    '',
  ])('refuses %j as an answer and stores nothing', async (form) => {
    const token = await oneLink();
    expect((await post(token, form)).status).toBe(422);
    expect(await storedFor(token)).toEqual([]);
  });

  it('takes of 200 simultaneous answers exactly one', async () => {
    for (const token of await world.issue(2)) {
      const posts = Array.from({ length: 200 }, (_, at) => post(token, `overall=${(at % 5) + 1}`));
      const statuses = (await Promise.all(posts)).map((answer) => answer.status);
      expect(statuses.filter((status) => status === 303)).toHaveLength(1);
      expect(statuses.filter((status) => status === 410)).toHaveLength(199);
      expect(await storedFor(token)).toHaveLength(1);
    }
  });

  it('takes simultaneous answers on many links, each of them once', async () => {
    const tokens = await world.issue(100);
    const before = (await world.envelopes()).length;
    const answers = await Promise.all([...tokens, ...tokens].map((token) => post(token, 'overall=4')));
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(100);
    expect(await world.envelopes()).toHaveLength(before + 100);
  });
});

describe('a body that is no form of ours', () => {
  const types = [
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

  it.each(types)('of type %j is refused with 415 and spends nothing', async (type) => {
    const token = await oneLink();
    const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
    const page = await world.http.post(`/s/${token}?lang=en`, 'overall=5', headers);
    expect([page.status, page.body]).toEqual([415, expect.stringContaining('did not arrive')]);
    expect(await storedFor(token)).toEqual([]);
  });

  it.each(['Application/X-WWW-Form-Urlencoded', 'application/x-www-form-urlencoded; charset=UTF-8'])(
    'is not meant by %s',
    async (type) => {
      const answer = await world.http.post(`/s/${await oneLink()}`, 'overall=5', { 'content-type': type });
      expect(answer.status).toBe(303);
    },
  );

  it('of more than 64 KiB is refused with 413, with and without a length', async () => {
    const token = await oneLink();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const large = `overall=5&comment=${'x'.repeat(70_000)}`;
    for (const headers of [type, { ...type, 'transfer-encoding': 'chunked' }]) {
      const page = await world.http.post(`/s/${token}`, large, headers);
      expect([page.status, page.body]).toEqual([413, expect.stringContaining('内容太长了')]);
    }
    expect(await storedFor(token)).toEqual([]);
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])('%s finds nothing here', async (method) => {
    const page = await world.http.send(method, `/s/${await oneLink()}`, {});
    expect([page.status, page.body]).toEqual([404, expect.stringContaining('没有找到')]);
  });
});

describe('the log of the process', () => {
  it('names routes by pattern and holds no link, no answer and nothing about the resident', async () => {
    const token = await oneLink();
    const marks = {
      'user-agent': 'Phone-of-somebody',
      'x-forwarded-for': '203.0.113.9',
      referer: 'https://ref.example',
    };
    await world.http.get(`/s/${token}`, marks);
    await post(token, 'comment=geheim');
    await post(token, 'overall=5&comment=geheim');
    await world.http.get(`/s/${token}/thanks`, marks);
    await world.http.get(`/nowhere/${token}`, marks);
    await world.http.get(`/s/${token}%E0%A4%A`, marks);
    const routes = world.log.flatMap((event) => (event.event === 'request' ? [event.route] : []));
    expect(new Set(routes)).toEqual(new Set(['/s/:token', '/s/:token/thanks', '(none)']));
    const text = JSON.stringify(world.log);
    expect(text).not.toContain(token.slice(0, 20));
    expect(text).not.toMatch(/geheim|Phone-of|203\.0\.113|127\.0\.0\.1|ref\.example|示例/);
    const fields = new Set(world.log.flatMap((event) => Object.keys(event)));
    expect([...fields].sort()).toEqual(['event', 'method', 'ms', 'requestId', 'route', 'status']);
  });
});
