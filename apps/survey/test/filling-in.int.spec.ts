import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SurveyWorld } from './survey-world.js';
import { openSurveyWorld, person, rating, withSurveyWorld } from './survey-world.js';

let world: SurveyWorld;
beforeAll(async () => {
  world = await openSurveyWorld();
});
afterAll(() => world.close());

const oneLink = async () => (await world.issue(1))[0] ?? '';
const post = (token: string, form: string, query = '') => world.http.post(`/s/${token}${query}`, form);

describe('POST /s/:token', () => {
  it('shows every problem, keeps every answer and stores nothing', async () => {
    const token = await oneLink();
    const comment = `</textarea><script>alert(1)</script>${'长'.repeat(300)}`;
    const form = `c.manner=&${rating(1)}=2&${rating(2)}=&${rating(3)}=7&comment=${encodeURIComponent(comment)}&t=1790000000`;
    const page = await post(token, form);
    expect(page.status).toBe(422);
    expect(page.body).toContain('<title>还没有提交');
    expect(page.body).toContain('<a href="#c0-5">总的来说，您对社区的服务满意吗？这一题必须选一项</a>');
    expect(page.body).toContain('<a href="#p2q0-5">演示丙：请在列出的选项中选一项</a>');
    expect(page.body).toContain('<a href="#comment">留言太长，请缩短到 300 字以内</a>');
    for (const id of ['c0-5', 'p2q0-5', 'comment']) expect(page.body).toContain(`id="${id}"`);
    expect(page.body.match(/id="([^"]+)" name="[^"]+" value="[^"]*" checked/g)).toEqual([
      'id="c1-0" name="c.manner" value="" checked',
      `id="p0q0-2" name="${rating(1)}" value="2" checked`,
      `id="p1q0-0" name="${rating(2)}" value="" checked`,
    ]);
    expect(page.body).toContain(`&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;${'长'.repeat(300)}`);
    expect(page.body).not.toContain('<script');
    expect(page.body).toContain('<input type="hidden" name="t" value="1790000000">');
    expect(await world.ballotOf(token)).toBeNull();
    expect((await post(token, 'c.overall=1')).status).toBe(303);
  });

  it('leaves out answers about people who are not on the sheet, and fields that are none', async () => {
    const token = await oneLink();
    await post(token, `c.overall=3&${rating(9)}=1&p.x.rating=1&c.other=1&admin=1`);
    expect(await world.ballotOf(token)).toEqual({ community: { overall: 3 }, people: {} });
  });

  it('changes the language and keeps what was filled in; the link stays unspent', async () => {
    const token = await oneLink();
    const form = `c.overall=2&${rating(3)}=4&comment=x&t=1790000000&switch=en`;
    const page = await post(token, form, '?lang=en');
    expect(page.status).toBe(200);
    expect(page.body).toContain('<html lang="en">');
    expect(page.body).toContain('id="c0-2" name="c.overall" value="2" checked');
    expect(page.body).toContain(`id="p2q0-4" name="${rating(3)}" value="4" checked`);
    expect(page.body).toMatch(/<textarea[^>]*>\nx<\/textarea>/);
    expect(page.body).toContain('<input type="hidden" name="t" value="1790000000">');
    expect(page.body).not.toContain('role="alert"');
    expect(await world.ballotOf(token)).toBeNull();
  });

  it.each([
    'c.overall=5&c.overall=1',
    'c.overall[]=5',
    'c.overall[$gt]=0',
    '__proto__[c.overall]=5&constructor[prototype][c.overall]=5',
    'c.overall=5%00',
    'c.overall=%EF%BC%95',
    'c.overall=1e0',
    'c.overall=0',
    'c.overall=6',
    `${rating(1)}=9&c.overall=5`,
    "c.overall=5'--",
    '',
  ])('refuses %j as an answer and stores nothing', async (form) => {
    const token = await oneLink();
    expect((await post(token, form)).status).toBe(422);
    expect(await world.ballotOf(token)).toBeNull();
  });

  it('counts how fast pages are answered and when, for nobody in particular', async () => {
    const shown = Math.floor(world.clock.now() / 1000);
    const stamps = [
      `&t=${shown - 5}`,
      `&t=${shown - 5}`,
      `&t=${shown - 70}`,
      '',
      '&t=99999999999999',
      '&t=-1',
    ];
    await withSurveyWorld({}, async (own) => {
      for (const [at, token] of (await own.issue(stamps.length)).entries()) {
        await own.http.post(`/s/${token}`, `c.overall=4${stamps[at]}`);
      }
      await own.stop();
      const rows = await own.database.transactions.read((stores) => stores.surveys.paceOf('campaign-1'));
      expect(Object.fromEntries(rows.map(({ bucket, count }) => [bucket, count]))).toEqual({
        h01: 6,
        under_15s: 2,
        over_60s: 1,
        unknown: 3,
      });
    });
  });
});

describe('the page for eight people', () => {
  it('is one request of at most 30 kB, styles and all errors included', async () => {
    const people = Array.from({ length: 8 }, (_, at) =>
      person(at + 1, `演示${at + 1}号`, ['社区党组织副书记', 'Deputy secretary of the Party branch']),
    );
    await withSurveyWorld({ people }, async (own) => {
      const [token] = await own.issue(1);
      const wrong = people.map((_, at) => `${rating(at + 1)}=9`).join('&');
      const sizes: Record<string, number> = {};
      for (const lang of ['zh', 'en']) {
        const form = await own.http.get(`/s/${token}?lang=${lang}`);
        const errors = await own.http.post(`/s/${token}?lang=${lang}`, `c.manner=9&${wrong}`);
        expect([form.status, errors.status]).toEqual([200, 422]);
        expect(form.body.match(/<fieldset/g)).toHaveLength(13);
        sizes[lang] = Math.max(Buffer.byteLength(form.body), Buffer.byteLength(errors.body));
      }
      expect(Math.max(...Object.values(sizes))).toBeLessThanOrEqual(30_000);
    });
  });
});
