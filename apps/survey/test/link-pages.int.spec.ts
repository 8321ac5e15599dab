import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { revokeLink, showQuestionnaire, createPostTitles } from '@kaoji/application';
import { createSurveyLinks } from '@kaoji/gateways';
import type { Client } from './http-client.js';
import type { SurveyWorld } from './survey-world.js';
import { HOUR_MS, LINK_KEY, NOW, openSurveyWorld } from './survey-world.js';

let world: SurveyWorld;
beforeAll(async () => {
  world = await openSurveyWorld();
});
afterEach(async () => {
  world.clock.set(NOW);
  await world.change({ state: 'open', opensAt: NOW - HOUR_MS, closesAt: NOW + HOUR_MS });
});
afterAll(() => world.close());

const get: Client['get'] = (path, headers) => world.http.get(path, headers);
const post: Client['post'] = (path, form) => world.http.post(path, form);
const oneLink = async () => (await world.issue(1))[0] ?? '';

describe('GET /s/:token', () => {
  it('shows who is rated by name and posts, held ones too, and nobody who left or gets no grade', async () => {
    const page = await get(`/s/${await oneLink()}`);
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body).toContain('示例里社区居民满意度调查（2026年）');
    expect(page.body).toContain('甲示例<span class="post">社区党组织书记</span>');
    expect(page.body).toContain('乙&lt;示例&gt;<span class="post">网格员、社区党组织书记</span>');
    expect(page.body).toContain('丙示例');
    expect(page.body).toContain('暂缓者');
    expect(page.body).not.toMatch(/离开者|未考核者|13000000000|person-/);
  });

  it('says until when in Chinese time', async () => {
    expect((await get(`/s/${await oneLink()}`)).body).toContain('截止时间：2026年11月21日 02:30');
  });

  it.each([
    ['Chinese first', '', {}, 'zh-CN'],
    ['English when asked', '?lang=en', {}, 'en'],
    ['what the browser prefers', '', { 'accept-language': 'en-US,en;q=0.9' }, 'en'],
    ['the address over the browser', '?lang=zh', { 'accept-language': 'en' }, 'zh-CN'],
    ['Chinese for a nonsense language', '?lang=<script>', {}, 'zh-CN'],
  ])('speaks %s', async (_rule, query, headers, tag) => {
    const page = await get(`/s/${await oneLink()}${query}`, headers);
    expect(page.body).toContain(`<html lang="${tag}">`);
    expect(page.body).not.toContain('<script');
  });

  it('spends no link, however often it is looked at', async () => {
    const token = await oneLink();
    for (let look = 0; look < 3; look += 1) expect((await get(`/s/${token}`)).status).toBe(200);
    expect((await world.http.send('HEAD', `/s/${token}`, {})).status).toBe(200);
    expect((await post(`/s/${token}`, 'overall=4')).status).toBe(303);
  });

  it('lets nothing carry the address elsewhere and loads nothing', async () => {
    const page = await get(`/s/${await oneLink()}`);
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

  it('stays within 30 kB for ten people, with all errors on it', async () => {
    const large = await openSurveyWorld({ moreRated: 6 });
    const [token] = await large.issue(1);
    const wrong = Array.from(
      { length: 13 },
      (_, at) => `worker.appraisal-${String(at + 1).padStart(2, '0')}=9`,
    ).join('&');
    const page = await large.http.post(`/s/${token}?lang=en`, wrong);
    await large.close();
    expect(page.status).toBe(422);
    expect(page.body.match(/<fieldset/g)).toHaveLength(11);
    expect(Buffer.byteLength(page.body)).toBeLessThan(30_000);
  });
});

describe('a link that leads to no questionnaire', () => {
  const forged = () =>
    createSurveyLinks([{ ...LINK_KEY, secret: Buffer.alloc(32, 8).toString('base64url') }]);
  const cases: readonly [string, () => Promise<string>, number, string, string, string][] = [
    [
      'used',
      async () => {
        const token = await oneLink();
        await post(`/s/${token}`, 'overall=5');
        return token;
      },
      410,
      'LINK_USED',
      '已经用过',
      'has been used',
    ],
    [
      'revoked',
      async () => {
        const token = await oneLink();
        const deps = { transactions: world.database.transactions, links: world.links, clock: world.clock };
        await revokeLink(deps, {
          campaignId: 'campaign-1',
          link: `https://survey.example/s/${token}?lang=en`,
        });
        return token;
      },
      410,
      'LINK_REVOKED',
      '已经作废',
      'has been withdrawn',
    ],
    ['expired', () => world.issueExpired(), 410, 'LINK_EXPIRED', '已经过期', 'has expired'],
    [
      'genuine but never issued',
      () => Promise.resolve(world.links.issue('campaign-1', NOW + HOUR_MS).token),
      404,
      'LINK_UNKNOWN',
      '没有找到',
      'could not find',
    ],
    [
      'forged',
      () => Promise.resolve(forged().issue('campaign-1', NOW + HOUR_MS).token),
      404,
      'LINK_UNKNOWN',
      '没有找到',
      'could not find',
    ],
    [
      'mistyped',
      async () => `${(await oneLink()).slice(0, -1)}!`,
      404,
      'LINK_UNKNOWN',
      '没有找到',
      'could not find',
    ],
    [
      'longer than any link',
      () => Promise.resolve('x'.repeat(500)),
      404,
      'LINK_UNKNOWN',
      '没有找到',
      'could not find',
    ],
    [
      'early',
      async () => {
        await world.change({ state: 'planned', opensAt: NOW + 1000 });
        return oneLink();
      },
      403,
      'LINK_NOT_OPEN',
      '还没有开始',
      'not opened yet',
    ],
    [
      'late',
      async () => {
        const token = await oneLink();
        await world.change({ state: 'closed_valid' });
        return token;
      },
      410,
      'SURVEY_CLOSED',
      '已经结束',
      'has closed',
    ],
    [
      'late by the clock, before the campaign is marked closed',
      async () => {
        const token = await oneLink();
        world.clock.set(NOW + HOUR_MS + 1);
        return token;
      },
      410,
      'SURVEY_CLOSED',
      '已经结束',
      'has closed',
    ],
  ];

  it.each(cases)(
    '%s: says so in both languages, to whoever looks or answers',
    async (_what, make, status, code, zh, en) => {
      const path = `/s/${await make()}`;
      const before = (await world.envelopes()).length;
      for (const page of [await get(`${path}?lang=zh`), await post(`${path}?lang=zh`, 'overall=3')]) {
        expect([page.status, page.body]).toEqual([status, expect.stringContaining(zh)]);
        expect(page.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-problem-code': code });
        expect(page.body).toContain(`代码：${code}`);
      }
      const english = await get(`${path}?lang=en`);
      expect([english.status, english.body]).toEqual([status, expect.stringContaining(en)]);
      expect(await world.envelopes()).toHaveLength(before);
    },
  );

  it('says when a planned survey opens', async () => {
    await world.change({ state: 'planned', opensAt: Date.UTC(2026, 10, 30, 1) });
    expect((await get(`/s/${await oneLink()}?lang=en`)).body).toContain('November 30, 2026 at 09:00');
  });

  it.each(['/', '/s', '/s/', '/s/a/b', '/admin', '/s/%E0%A4%A', '/%ff', '/s/a/thanks', '/favicon.ico'])(
    '%s is a page that repeats nothing of the request',
    async (path) => {
      const page = await get(path);
      expect(page.status).toBe(404);
      expect(page.body).toContain('没有找到这份问卷');
      expect(page.body).not.toContain('Cannot GET');
      expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    },
  );
});

describe('revokeLink', () => {
  const deps = () => ({ transactions: world.database.transactions, links: world.links, clock: world.clock });

  it('leaves an answer that is already in the box where it is', async () => {
    const token = await oneLink();
    await post(`/s/${token}`, 'overall=2');
    const before = await world.envelopes();
    await revokeLink(deps(), { campaignId: 'campaign-1', link: token });
    expect(await world.envelopes()).toEqual(before);
    expect((await get(`/s/${token}`)).headers['x-problem-code']).toBe('LINK_USED');
  });

  it('changes nothing the second time', async () => {
    const token = await oneLink();
    await revokeLink(deps(), { campaignId: 'campaign-1', link: token });
    await expect(revokeLink(deps(), { campaignId: 'campaign-1', link: token })).resolves.toBeUndefined();
  });

  it.each([
    ['a link of another campaign', async () => ({ campaignId: 'campaign-2', link: await oneLink() })],
    ['a forged link', () => Promise.resolve({ campaignId: 'campaign-1', link: '/s/forged' })],
    [
      'a link that was never issued',
      () => Promise.resolve({ campaignId: 'campaign-1', link: world.links.issue('campaign-1', NOW).token }),
    ],
  ])('refuses %s', async (_what, make) => {
    await expect(revokeLink(deps(), await make())).rejects.toMatchObject({ code: 'LINK_UNKNOWN' });
  });

  it('costs a forged link no read of the database', async () => {
    const untouched = { run: refuse, read: (work: (stores: never) => unknown) => work(undefined as never) };
    const shown = showQuestionnaire(
      { ...deps(), transactions: untouched as never, postTitles: createPostTitles() },
      'forged',
    );
    await expect(shown).resolves.toEqual({ kind: 'unknown' });
  });
});

function refuse(): never {
  throw new Error('no database here');
}
