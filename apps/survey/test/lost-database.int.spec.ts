import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, openPage, PHONE, violationsOf } from './browser.js';
import type { SurveyWorld } from './survey-world.js';
import { openSurveyWorld } from './survey-world.js';

let world: SurveyWorld;
let token = '';
beforeAll(async () => {
  world = await openSurveyWorld();
  [token = ''] = await world.issue(1);
  await world.database.close();
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
    const page = await world.http.post(`/s/${token}`, 'overall=4&worker.appraisal-01=2&comment=%22%3Cb%3E');
    expect(page).toMatchObject({
      status: 503,
      headers: { 'retry-after': '30', 'x-problem-code': 'DATABASE_UNAVAILABLE' },
    });
    expect(page.body).toContain('<input type="hidden" name="overall" value="4">');
    expect(page.body).toContain('<input type="hidden" name="worker.appraisal-01" value="2">');
    expect(page.body).toContain('<input type="hidden" name="comment" value="&quot;&lt;b&gt;">');
  });

  it('shows the page to send again without an accessibility violation', async () => {
    const browser = await openBrowser();
    for (const language of ['zh', 'en']) {
      const page = await openPage(browser, PHONE, { script: true, locale: language });
      const form = `<form method="post" action="${world.origin}/s/${token}"><input name="overall" value="4"><button>`;
      await page.setContent(form);
      await page.getByRole('button').click();
      await page.getByRole('button', { name: /再提交一次|Submit again/ }).waitFor();
      expect(await violationsOf(page)).toEqual([]);
    }
    await browser.close();
  }, 30_000);

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
