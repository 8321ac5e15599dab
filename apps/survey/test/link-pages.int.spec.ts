import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { revokeLink } from '@kaoji/application';
import { createSurveyLinks } from '@kaoji/gateways';
import type { SurveyWorld } from './survey-world.js';
import { HOUR_MS, LINK_KEY, NOW, OPEN, openSurveyWorld, rating } from './survey-world.js';

let world: SurveyWorld;
beforeAll(async () => {
  world = await openSurveyWorld();
  await world.add({ id: 'early', state: 'planned', opensAt: NOW + 1000 });
  for (const state of ['sealed', 'counted', 'closed_valid', 'closed_to_panel'] as const) {
    await world.add({ id: `late-${state}` });
  }
});
afterEach(() => world.clock.set(NOW));
afterAll(() => world.close());

const oneLink = async (campaignId = OPEN) => (await world.issue(1, { campaignId }))[0] ?? '';
const deps = () => ({ transactions: world.database.transactions, links: world.links, clock: world.clock });

describe('GET /s/:token', () => {
  it('shows what is asked, by community and by person, with names and posts', async () => {
    const page = await world.http.get(`/s/${await oneLink()}`);
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.body).toContain('<p>演示社区 · 2026年</p>');
    expect(page.body).toContain('<h1>社区服务满意度调查</h1>');
    expect(page.body).toContain('总的来说，您对社区的服务满意吗？ <span class="must">必答</span>');
    expect(page.body).toContain('<h2 id="people-title">您对这位社区工作者满意吗？</h2>');
    expect(page.body).toContain('演示甲<span class="post">社区党组织书记</span>');
    expect(page.body).toContain('演示&lt;乙&gt;<span class="post">网格员、社区党组织书记</span>');
    expect(page.body).toContain('截止时间：2026年11月21日 02:30');
  });

  it.each([
    ['Chinese first', '', {}, 'zh-CN'],
    ['English when asked', '?lang=en', {}, 'en'],
    ['what the browser prefers', '', { 'accept-language': 'en-US,en;q=0.9' }, 'en'],
    ['the address over the browser', '?lang=zh', { 'accept-language': 'en' }, 'zh-CN'],
    ['Chinese for a nonsense language', '?lang=<script>', {}, 'zh-CN'],
  ])('speaks %s', async (_rule, query, headers, tag) => {
    const page = await world.http.get(`/s/${await oneLink()}${query}`, headers);
    expect(page.body).toContain(`<html lang="${tag}">`);
    expect(page.body).not.toContain('<script');
  });

  it('spends no link, however often it is looked at', async () => {
    const token = await oneLink();
    for (let look = 0; look < 3; look += 1) expect((await world.http.get(`/s/${token}`)).status).toBe(200);
    expect((await world.http.send('HEAD', `/s/${token}`, {})).status).toBe(200);
    expect((await world.http.post(`/s/${token}`, 'c.overall=4')).status).toBe(303);
  });

  it('says on an assisted link that staff fill it in, on every page of it', async () => {
    const [token] = await world.issue(1, { channel: 'assisted' });
    for (const [lang, words] of [
      ['zh', '工作人员代填'],
      ['en', 'Assisted entry'],
    ] as const) {
      expect((await world.http.get(`/s/${token}?lang=${lang}`)).body).toContain(words);
      expect((await world.http.post(`/s/${token}?lang=${lang}`, '')).body).toContain(words);
    }
    expect((await world.http.get(`/s/${await oneLink()}`)).body).not.toContain('工作人员代填');
  });

  it('says when it was shown, in a page that is otherwise kept', async () => {
    const token = await oneLink();
    const stamp = /name="t" value="(\d+)"/;
    const first = await world.http.get(`/s/${token}`);
    world.clock.set(NOW + 5000);
    const second = await world.http.get(`/s/${token}`);
    expect(first.body.match(stamp)?.[1]).toBe(String(NOW / 1000));
    expect(second.body.match(stamp)?.[1]).toBe(String(NOW / 1000 + 5));
    expect(second.body.replace(stamp, '')).toBe(first.body.replace(stamp, ''));
  });

  it('lets nothing carry the address elsewhere and loads nothing', async () => {
    const page = await world.http.get(`/s/${await oneLink()}`);
    expect(page.headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
    });
    expect(page.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(page.headers['set-cookie']).toBeUndefined();
    expect(page.body).not.toMatch(/<script|<img|<link|@import|url\(|https?:|style=|\son[a-z]+=/i);
  });
});

describe('a link that leads to no questionnaire', () => {
  const forged = () =>
    createSurveyLinks([{ ...LINK_KEY, secret: Buffer.alloc(32, 8).toString('base64url') }]);
  const NO_SURVEY = [404, 'LINK_UNKNOWN', '没有找到', 'could not find'] as const;
  const CLOSED = [410, 'SURVEY_CLOSED', '已经结束', 'has closed'] as const;
  const late = (state: 'sealed' | 'counted' | 'closed_valid' | 'closed_to_panel') => async () => {
    const token = await oneLink(`late-${state}`);
    const panelReason = state === 'closed_to_panel' ? 'sample_not_valid' : null;
    await world.change(`late-${state}`, { state, panelReason });
    return token;
  };
  const cases: readonly [string, () => Promise<string>, number, string, string, string][] = [
    ['used', used, 410, 'LINK_USED', '已经用过', 'has been used'],
    [
      'revoked',
      async () => {
        const token = await oneLink();
        await revokeLink(deps(), { campaignId: OPEN, link: `https://survey.example/s/${token}?lang=en` });
        return token;
      },
      410,
      'LINK_REVOKED',
      '已经作废',
      'has been withdrawn',
    ],
    ['expired', () => world.issueExpired(), 410, 'LINK_EXPIRED', '已经过期', 'has expired'],
    ['genuine but never issued', async () => world.links.issue(OPEN, NOW + HOUR_MS).token, ...NO_SURVEY],
    [
      'genuine, of no campaign',
      async () => world.links.issue('campaign-9', NOW + HOUR_MS).token,
      ...NO_SURVEY,
    ],
    ['forged', async () => forged().issue(OPEN, NOW + HOUR_MS).token, ...NO_SURVEY],
    ['mistyped', async () => `${(await oneLink()).slice(0, -1)}!`, ...NO_SURVEY],
    ['longer than any link', async () => 'x'.repeat(500), ...NO_SURVEY],
    ['early', () => oneLink('early'), 403, 'LINK_NOT_OPEN', '还没有开始', 'not opened yet'],
    ['late: the box is sealed', late('sealed'), ...CLOSED],
    ['late: the count waits', late('counted'), ...CLOSED],
    ['late: counted and confirmed', late('closed_valid'), ...CLOSED],
    ['late: handed to the panel', late('closed_to_panel'), ...CLOSED],
    [
      'late by the clock, before anybody marked it so',
      async () => {
        const token = await oneLink();
        world.clock.set(NOW + HOUR_MS + 1);
        return token;
      },
      ...CLOSED,
    ],
  ];

  it.each(cases)(
    '%s: says so in both languages, to whoever looks or answers',
    async (_what, make, status, code, zh, en) => {
      const path = `/s/${await make()}`;
      const before = await world.received();
      const answer = `c.overall=3&${rating(1)}=3`;
      for (const page of [
        await world.http.get(`${path}?lang=zh`),
        await world.http.post(`${path}?lang=zh`, answer),
      ]) {
        expect([page.status, page.body]).toEqual([status, expect.stringContaining(zh)]);
        expect(page.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-problem-code': code });
        expect(page.body).toContain(`代码：${code}`);
      }
      const english = await world.http.get(`${path}?lang=en`);
      expect([english.status, english.body]).toEqual([status, expect.stringContaining(en)]);
      expect(await world.received()).toBe(before);
    },
  );

  it('used: shows the receipt once more; no other notice has one', async () => {
    const token = await used();
    expect((await world.http.get(`/s/${token}`)).body).toMatch(
      /<code>[0-9A-Z]{4}(-[0-9A-Z]{4}){3}-[0-9A-Z]<\/code>/,
    );
    expect((await world.http.get(`/s/${await world.issueExpired()}`)).body).not.toContain('<code>');
  });

  async function used(): Promise<string> {
    const token = await oneLink();
    await world.http.post(`/s/${token}`, 'c.overall=5');
    return token;
  }
});

describe('the thanks page', () => {
  it('shows the receipt and the way to check it', async () => {
    const token = await oneLink();
    await world.http.post(`/s/${token}`, 'c.overall=5');
    const thanks = await world.http.get(`/s/${token}/thanks?lang=en`);
    expect([thanks.status, thanks.body]).toEqual([200, expect.stringContaining('Thank you!')]);
    expect(thanks.body).toMatch(/<code>[0-9A-Z]{4}(-[0-9A-Z]{4}){3}-[0-9A-Z]<\/code>/);
    expect(thanks.body).toContain('<a href="/receipt?lang=en">');
  });

  it('sends whoever has not answered to the form', async () => {
    const token = await oneLink();
    const page = await world.http.get(`/s/${token}/thanks?lang=en`);
    expect([page.status, page.headers.location]).toEqual([303, `/s/${token}?lang=en`]);
  });
});
