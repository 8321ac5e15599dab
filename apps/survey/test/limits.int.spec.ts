import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Refusal } from '@kaoji/domain';
import { createSurveyLinks } from '@kaoji/gateways';
import { createSurveyApp } from '../src/survey-app.js';
import { httpClient } from './http-client.js';
import type { SurveyWorld } from './survey-world.js';
import { LINK_KEY, NOW, openSurveyWorld, withSurveyWorld } from './survey-world.js';

describe('the rates', () => {
  let world: SurveyWorld;
  beforeAll(async () => {
    world = await openSurveyWorld({ limits: { perLink: { atOnce: 4, perSecond: 0.1 } } });
  });
  afterAll(() => world.close());

  it('stop forged links from one address, and not a whole block that answers behind it', async () => {
    const { token: forged } = createSurveyLinks([
      { ...LINK_KEY, secret: Buffer.alloc(32, 9).toString('base64url') },
    ]).issue('campaign-1', world.clock.now() + 1);
    const tries = await Promise.all(Array.from({ length: 100 }, () => world.http.get(`/s/${forged}`)));
    const statuses = tries.map(({ status }) => status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(30);
    const stopped = tries.find(({ status }) => status === 429);
    expect(stopped?.headers).toMatchObject({ 'retry-after': '2', 'x-problem-code': 'TOO_MANY_REQUESTS' });
    expect(stopped?.body).toContain('请等一会儿再试');

    const household = async (token: string) => [
      (await world.http.get(`/s/${token}`)).status,
      (await world.http.post(`/s/${token}`, 'c.overall=4')).status,
      (await world.http.get(`/s/${token}/thanks`)).status,
    ];
    const block = await Promise.all((await world.issue(300)).map(household));
    expect(new Set(block.map((steps) => steps.join(' ')))).toEqual(new Set(['200 303 200']));
  });

  it('stop one link that asks again and again, and hand its answer back', async () => {
    const [token] = await world.issue(1);
    for (let look = 0; look < 4; look += 1) expect((await world.http.get(`/s/${token}`)).status).toBe(200);
    const answer = await world.http.post(`/s/${token}?lang=en`, 'c.overall=4&comment=kept');
    expect(answer).toMatchObject({
      status: 429,
      headers: { 'retry-after': '10', 'x-problem-code': 'TOO_MANY_REQUESTS' },
    });
    expect(answer.body).toContain('<input type="hidden" name="comment" value="kept">');
    world.clock.set(world.clock.now() + 10_000);
    expect((await world.http.post(`/s/${token}`, 'c.overall=4')).status).toBe(303);
  });

  it('stop guessing of receipts', async () => {
    const tries = Array.from({ length: 80 }, () => world.http.post('/receipt', 'code=ABCD'));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(60);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
  });

  it('believe nobody about their address who is not a proxy of ours', async () => {
    const statuses = [];
    for (let nth = 0; nth < 40; nth += 1) {
      const headers = { 'x-forwarded-for': `203.0.113.${nth}` };
      statuses.push((await world.http.get('/s/forged', headers)).status);
    }
    expect(statuses).toContain(429);
  });
});

describe('too much at once', () => {
  it('is 503 with the answer in the page, taken when there is room again', async () => {
    await withSurveyWorld({ limits: { answersAtOnce: 5 } }, async (world) => {
      const tokens = await world.issue(60);
      const send = (token: string) => world.http.post(`/s/${token}`, 'c.overall=4&comment=kept');
      const answers = await Promise.all(tokens.map(send));
      const refused = tokens.filter((_, at) => answers[at]?.status === 503);
      expect(refused.length).toBeGreaterThan(0);
      expect(answers.filter(({ status }) => status === 303)).toHaveLength(60 - refused.length);
      const page = answers.find(({ status }) => status === 503);
      expect(page?.headers).toMatchObject({ 'retry-after': '5', 'x-problem-code': 'SURVEY_BUSY' });
      expect(page?.body).toContain('<input type="hidden" name="comment" value="kept">');
      expect(await world.received()).toBe(60 - refused.length);
      for (const token of refused) expect((await send(token)).status).toBe(303);
      expect(await world.received()).toBe(60);
    });
  });

  it('is 503 as well when the intake has no room, and no fault in the log', async () => {
    const log: unknown[] = [];
    const links = createSurveyLinks([LINK_KEY]);
    const body = { year: 2026, communityName: '演示社区', people: [], publicKey: 'k' };
    const questionnaire = { id: 'q', version: '1', title: {}, intro: {}, community: [], appraisee: [] };
    const app = await createSurveyApp({
      reads: {
        campaign: async (id) => ({
          id,
          state: 'open',
          opensAt: null,
          closesAt: null,
          sheet: JSON.stringify({ ...body, questionnaire }),
        }),
        link: async () => null,
        spent: async () => null,
        leaf: async () => null,
      },
      intake: { put: () => Promise.reject(new Refusal('SURVEY_BUSY', 'Full.')), pace: () => {} },
      sealer: { seal: async () => 'AAAA' },
      links,
      clock: { now: () => NOW },
      ready: async () => true,
      log: (event) => log.push(event),
    });
    await app.listen(0, '127.0.0.1');
    const { token } = links.issue('campaign-1', NOW + 1000);
    const answer = await httpClient(await app.getUrl()).post(`/s/${token}?lang=en`, 'comment=kept');
    await app.close();
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(answer.body).toContain('Too many people are answering now.');
    expect(log).toEqual([expect.objectContaining({ event: 'requests' })]);
  });
});
