import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SurveyWorld } from './survey-world.js';
import { openSurveyWorld, rating } from './survey-world.js';

let world: SurveyWorld;
let token = '';
beforeAll(async () => {
  world = await openSurveyWorld();
  [token = ''] = await world.issue(1);
  await world.loseDatabase();
});
afterAll(() => world.close());

describe('without its database', () => {
  it('says it is alive but not ready', async () => {
    expect(await world.http.get('/health')).toMatchObject({
      status: 200,
      body: '{"status":"up","service":"survey"}',
    });
    expect(await world.http.get('/ready')).toMatchObject({
      status: 503,
      body: '{"ready":false,"database":false}',
    });
  });

  it('asks to come back, for a page', async () => {
    const page = await world.http.get(`/s/${token}?lang=en`);
    expect(page).toMatchObject({
      status: 503,
      headers: { 'retry-after': '30', 'x-problem-code': 'DATABASE_UNAVAILABLE' },
    });
    expect(page.body).toContain('Please open the link again in a few minutes');
  });

  it('hands an answer back to be sent again, nothing lost', async () => {
    const page = await world.http.post(
      `/s/${token}`,
      `c.overall=4&${rating(1)}=2&comment=%22%3Cb%3E&t=1790000000`,
    );
    expect(page).toMatchObject({
      status: 503,
      headers: { 'retry-after': '30', 'x-problem-code': 'DATABASE_UNAVAILABLE' },
    });
    expect(page.body).toContain('<input type="hidden" name="t" value="1790000000">');
    expect(page.body).toContain('<input type="hidden" name="c.overall" value="4">');
    expect(page.body).toContain(`<input type="hidden" name="${rating(1)}" value="2">`);
    expect(page.body).toContain('<input type="hidden" name="comment" value="&quot;&lt;b&gt;">');
  });

  it('repeats a turn to another screen as what it was, not as an answer', async () => {
    const page = await world.http.post(`/s/${token}`, 'c.overall=4&at=1&go=2');
    expect(page.body).toContain('<input type="hidden" name="go" value="2">');
    expect(page.body).toContain('再试一次');
  });

  it('writes down what failed without saying for whom', () => {
    const faults = world.log.filter((event) => event.event === 'fault');
    expect(faults).not.toHaveLength(0);
    expect(faults[0]).toMatchObject({
      error: 'Refusal',
      code: 'DATABASE_UNAVAILABLE',
      frames: expect.any(Array),
    });
    expect(JSON.stringify(world.log)).not.toContain(token);
  });
});
