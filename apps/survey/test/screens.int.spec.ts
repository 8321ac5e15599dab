import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LONG } from './long-questionnaire.js';
import type { SurveyWorld } from './survey-world.js';
import { openSurveyWorld, PEOPLE, rating } from './survey-world.js';

let world: SurveyWorld;
let token = '';
beforeAll(async () => {
  world = await openSurveyWorld({ questionnaire: LONG, people: PEOPLE.slice(0, 2) });
  [token = ''] = await world.issue(1);
});
afterAll(() => world.close());

const post = (form: string) => world.http.post(`/s/${token}`, form);
const hidden = (body: string) =>
  [...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(
    ([, name, value]) => `${name}=${value}`,
  );

describe('a questionnaire of several screens', () => {
  it('shows the first one with its place among them', async () => {
    const page = await world.http.get(`/s/${token}`);
    expect(page.body).toContain('第 1 步，共 4 步');
    expect(page.body).toContain('<progress value="1" max="4"');
    expect(page.body).toContain('name="c.overall"');
    expect(page.body).not.toContain('name="c.topics"');
    expect(page.body).toContain('<button class="go" name="go" value="2">下一步</button>');
    expect(page.body).not.toContain('上一步');
  });

  it('goes on only when the screen is in order, and keeps what was answered', async () => {
    const wrong = await post('c.visits=often&at=1&go=2&t=1790000000');
    expect([wrong.status, wrong.body]).toEqual([422, expect.stringContaining('这一题必须选一项')]);
    expect(wrong.body).toContain('value="often" checked');
    const next = await post('c.overall=4&c.visits=often&at=1&go=2&t=1790000000');
    expect([next.status, next.body]).toEqual([200, expect.stringContaining('第 2 步，共 4 步')]);
    expect(hidden(next.body)).toEqual(['t=1790000000', 'at=2', 'c.overall=4', 'c.visits=often']);
    expect(next.body).toContain('上一步');
  });

  it('goes back whatever is on the screen', async () => {
    const back = await post('c.overall=4&c.topics=a&c.topics=b&c.topics=c&at=2&go=1');
    expect([back.status, back.body]).toEqual([200, expect.stringContaining('第 1 步，共 4 步')]);
    expect(hidden(back.body).filter((field) => field.startsWith('c.topics'))).toHaveLength(3);
  });

  it('stays on the screen when the language changes', async () => {
    const page = await world.http.post(`/s/${token}?lang=en`, 'c.overall=4&c.topics=a&at=2&switch=en');
    expect([page.status, page.body]).toEqual([200, expect.stringContaining('Step 2 of 4')]);
    expect(page.body).toContain('value="a" checked');
    expect(page.body).not.toContain('role="alert"');
  });

  it('says when too many are chosen', async () => {
    const page = await post('c.overall=4&c.topics=a&c.topics=b&c.topics=c&at=2&go=3');
    expect([page.status, page.body]).toEqual([422, expect.stringContaining('选多了，最多选 2 项')]);
  });

  it('shows a review before anything is sent', async () => {
    const all = `c.overall=4&c.visits=often&c.topics=a&c.topics=b&${rating(1)}=5&comment=%3Cb%3E`;
    const page = await post(`${all}&at=3&go=4`);
    expect([page.status, page.body]).toEqual([200, expect.stringContaining('请核对您的回答')]);
    expect(page.body).toContain('第 4 步，共 4 步');
    expect(page.body).toContain('<dt>您多久去一次社区？</dt><dd>经常去</dd>');
    expect(page.body).toContain('<dd>楼道、停车</dd>');
    expect(page.body).toContain('<dt>演示甲：您对这位社区工作者满意吗？</dt><dd>很满意</dd>');
    expect(page.body).toContain('<dt>演示&lt;乙&gt;：您对这位社区工作者满意吗？</dt><dd>没有填</dd>');
    expect(page.body).toContain('<dd>&lt;b&gt;</dd>');
    expect(page.body).toContain('<button class="switch" name="go" value="2">修改第 2 步</button>');
    expect(await world.ballotOf(token)).toBeNull();
  });

  it('leads from the review to the first screen with a fault, whoever wrote the form', async () => {
    const jumped = await post(`${rating(1)}=5&at=1&go=4`);
    expect([jumped.status, jumped.body]).toEqual([422, expect.stringContaining('第 1 步，共 4 步')]);
    const sent = await post(`c.overall=9&${rating(1)}=5`);
    expect([sent.status, sent.body]).toEqual([422, expect.stringContaining('第 1 步，共 4 步')]);
    expect(hidden(sent.body)).toContain(`${rating(1)}=5`);
  });

  it.each(['0', '5', '99', '9999999999'])('takes screen %s for the nearest there is', async (go) => {
    const page = await post(`c.overall=4&at=${go}&go=${go}`);
    expect([page.status, page.body]).toEqual([200, expect.stringMatching(/第 [14] 步，共 4 步/)]);
  });

  it('sends everything at last', async () => {
    const all = `c.overall=4&c.visits=often&c.topics=b&c.topics=a&${rating(1)}=5&at=4`;
    expect((await post(all)).status).toBe(303);
    expect(await world.ballotOf(token)).toMatchObject({
      community: { overall: 4, visits: 'often', topics: ['a', 'b'] },
    });
  });
});
