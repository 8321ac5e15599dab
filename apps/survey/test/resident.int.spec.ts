import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Ballot } from '@kaoji/domain';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, openBrowser, openPage, PHONE } from './browser.js';
import { LONG } from './long-questionnaire.js';
import type { SurveyWorld } from './survey-world.js';
import { openSurveyWorld, PEOPLE, withSurveyWorld } from './survey-world.js';

let world: SurveyWorld;
let long: SurveyWorld;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [world, long, browser] = await Promise.all([
    openSurveyWorld(),
    openSurveyWorld({ questionnaire: LONG, people: PEOPLE.slice(0, 2) }),
    openBrowser(),
  ]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await world.close();
  await long.close();
});

const LANGUAGES = [
  [
    'zh',
    {
      question: '总的来说',
      good: '满意',
      best: '很满意',
      skip: '不了解',
      comment: '还有什么想说的',
      submit: '提交',
      thanks: '谢谢您',
    },
  ],
  [
    'en',
    {
      question: 'Overall',
      good: 'Satisfied',
      best: 'Very satisfied',
      skip: 'Don’t know',
      comment: 'anything else',
      submit: 'Submit',
      thanks: 'Thank you',
    },
  ],
] as const;
const group = (name: string | RegExp) => page.getByRole('radiogroup', { name });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const link = async (where = world) => {
  const [token = ''] = await where.issue(1);
  return { token, url: `${where.origin}/s/${token}` };
};
const ratings = (...values: readonly (number | null)[]): Ballot['people'] =>
  Object.fromEntries(
    values.flatMap((value, at) =>
      value === null ? [] : [[PEOPLE[at]?.appraisalId ?? '', { rating: value }]],
    ),
  );

describe('a resident with a phone and no script', () => {
  beforeEach(async () => {
    page = await openPage(browser, PHONE);
  });
  afterEach(() => page.context().close());

  it.each(LANGUAGES)('answers by touching labels and keeps a receipt (%s)', async (language, words) => {
    const { token, url } = await link();
    await page.goto(`${url}?lang=${language}`);
    await group(words.question).getByLabel(words.good, { exact: true }).click();
    await group('演示甲').getByLabel(words.best, { exact: true }).click();
    await page.getByLabel(words.comment).fill('演示：楼道的灯修好了');
    await button(words.submit).click();
    await heading(words.thanks).waitFor();
    const receipt = await page.locator('code').textContent();
    expect(receipt).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}-[0-9A-Z]$/);
    expect(await world.ballotOf(token)).toEqual({
      community: { overall: 4 },
      people: ratings(5),
      comment: '演示：楼道的灯修好了',
    });
    await page.goto(url);
    expect(await heading(/已经用过|has been used/).count()).toBe(1);
    expect(await page.locator('code').textContent()).toBe(receipt);
  });

  it('is told what is missing, finds it by the link, and loses nothing', async () => {
    const { token, url } = await link();
    await page.goto(url);
    await group('演示丙').getByLabel('不满意', { exact: true }).click();
    await page.getByLabel('还有什么想说的').fill('  演示：多谢 <b>');
    await button('提交').click();
    const alert = page.getByRole('alert');
    expect(await alert.and(page.locator(':focus')).count()).toBe(1);
    await alert.getByRole('link').click();
    expect(await page.locator('#c0-5:focus').count()).toBe(1);
    await page.keyboard.press('Space');
    expect(await page.getByLabel('还有什么想说的').inputValue()).toBe('  演示：多谢 <b>');
    await button('提交').click();
    await heading('谢谢您').waitFor();
    expect(await world.ballotOf(token)).toEqual({
      community: { overall: 5 },
      people: ratings(null, null, 2),
      comment: '演示：多谢 <b>',
    });
  });

  it('changes the language in the middle and keeps what was filled in', async () => {
    const { token, url } = await link();
    await page.goto(url);
    await group('总的来说').getByLabel('一般').click();
    await button('English').click();
    expect(await group('Overall').getByLabel('Neutral').isChecked()).toBe(true);
    await button('Submit').click();
    await heading('Thank you!').waitFor();
    expect(await world.ballotOf(token)).toEqual({ community: { overall: 3 }, people: {} });
  });

  it('goes through several screens, back once, looks it over and sends it', async () => {
    const { token, url } = await link(long);
    await page.goto(url);
    await group('总的来说').getByLabel('满意', { exact: true }).click();
    await group('您多久去一次社区').getByLabel('有事才去').click();
    await button('下一步').click();
    await page.getByRole('group', { name: '社区最该先办哪些事' }).getByLabel('停车').click();
    await group(/^演示甲.+您对这位社区工作者满意吗/)
      .getByLabel('很满意')
      .click();
    await button('上一步').click();
    expect(await group('您多久去一次社区').getByLabel('有事才去').isChecked()).toBe(true);
    await group('您多久去一次社区').getByLabel('经常去').click();
    await button('下一步').click();
    expect(await page.getByRole('checkbox', { name: '停车' }).isChecked()).toBe(true);
    await button('下一步').click();
    await button('下一步').click();
    await heading('请核对您的回答').waitFor();
    await button('修改第 2 步').click();
    await page.getByRole('checkbox', { name: '楼道' }).click();
    await button('下一步').click();
    await button('下一步').click();
    await button('English').click();
    await heading('Please look over your answers').waitFor();
    await button('Submit').click();
    await heading('Thank you!').waitFor();
    expect(await long.ballotOf(token)).toEqual({
      community: { overall: 4, visits: 'often', topics: ['a', 'b'] },
      people: ratings(5),
    });
  });

  it('checks a receipt: mistyped, too early, and when the root is published', async () => {
    await withSurveyWorld({}, async (own) => {
      const tokens = await own.issue(3);
      for (const token of tokens) await own.http.post(`/s/${token}`, 'c.overall=4');
      await page.goto(`${own.origin}/s/${tokens[1]}/thanks`);
      const receipt = (await page.locator('code').textContent()) ?? '';
      await page.getByRole('link', { name: '查回执' }).click();
      const check = async (code: string) => {
        await page.getByLabel('回执码').fill(code);
        await button('查一查').click();
      };
      await check(`${receipt.slice(0, -1)}${receipt.endsWith('0') ? '1' : '0'}`);
      expect(await page.getByRole('alert').textContent()).toContain('抄错');
      await check(receipt);
      await heading('还查不到这个回执码').waitFor();
      const { root } = await own.seal();
      await check(receipt.toLowerCase().replaceAll('-', ' '));
      await heading('您的回答在里面').waitFor();
      expect(await page.getByText(root).count()).toBe(1);
      await button('English').click();
      await heading('Your answer is among them').waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        button('Download the proof (JSON)').click(),
      ]);
      expect(download.suggestedFilename()).toBe('kaoji-receipt-proof.json');
    });
  });
});

describe('a resident with a keyboard and no script', () => {
  beforeEach(async () => {
    page = await openPage(browser, DESKTOP);
  });
  afterEach(() => page.context().close());

  it.each(LANGUAGES)('reaches and answers everything (%s)', async (language, words) => {
    const { token, url } = await link();
    await page.goto(`${url}?lang=${language}`);
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const isOn = async (name: string) => {
      const named = page.getByLabel(name).or(page.getByRole('button', { name }));
      expect(await named.and(page.locator(':focus')).count()).toBe(1);
    };
    await press('Tab');
    await isOn(language === 'zh' ? 'English' : '中文');
    await press('Tab', 'ArrowRight');
    expect(await group(words.question).getByLabel(words.good, { exact: true }).isChecked()).toBe(true);
    await press('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'ArrowLeft'); // around the corner to the last label
    expect(await group('演示甲').getByLabel(words.skip).isChecked()).toBe(true);
    await press('Tab', 'Space', 'Tab', 'Tab');
    await isOn(words.comment);
    await page.keyboard.type('ok');
    await press('Tab');
    await isOn(words.submit);
    await press('Enter');
    await heading(words.thanks).waitFor();
    expect(await world.ballotOf(token)).toEqual({
      community: { overall: 4 },
      people: ratings(null, 5),
      comment: 'ok',
    });
  });

  it('goes on with Enter inside a question, instead of changing the language', async () => {
    const { url } = await link(long);
    await page.goto(url);
    for (const key of ['Tab', 'Tab', 'Space', 'Enter']) await page.keyboard.press(key);
    await page.getByText('第 2 步，共 4 步').waitFor();
    const one = await link();
    await page.goto(one.url);
    for (const key of ['Tab', 'Tab', 'Space', 'Enter']) await page.keyboard.press(key);
    await heading('谢谢您').waitFor();
  });
});

describe('a browser with script', () => {
  it('is asked to run none, to fetch nothing else and to keep nothing', async () => {
    page = await openPage(browser, PHONE, { script: true });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const { url } = await link();
    await page.goto(url, { waitUntil: 'networkidle' });
    expect(requests).toEqual([url]);
    expect(await page.evaluate('document.scripts.length + document.cookie + localStorage.length')).toBe('00');
    await page.context().close();
  });

  it('meets names and answers that are markup as the texts they are', async () => {
    const payload = '"></textarea></title></style><script>alert(1)</script><img src=x onerror=alert(1)>';
    const people = PEOPLE.map((one) => ({ ...one, name: payload }));
    await withSurveyWorld({ people }, async (own) => {
      const dialogs: string[] = [];
      page = await openPage(browser, PHONE, { script: true });
      page.on('dialog', (dialog) => dialogs.push(dialog.message()));
      const { url } = await link(own);
      await page.goto(url);
      await page.getByLabel('还有什么想说的').fill(payload);
      await button('提交').click();
      expect(await page.getByLabel('还有什么想说的').inputValue()).toBe(payload);
      expect(await page.locator('legend', { hasText: payload }).count()).toBe(PEOPLE.length);
      expect(await page.locator('script, img').count()).toBe(0);
      expect(dialogs).toEqual([]);
      await page.context().close();
    });
  });
});
