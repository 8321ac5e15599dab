import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BallotIntake, SheetBody } from '@kaoji/application';
import { defaultQuestionnaire } from '@kaoji/domain';
import { createSurveyLinks } from '@kaoji/gateways';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SECURITY_HEADERS } from '../src/http/security-headers.js';
import type { LogEvent } from '../src/http/survey-log.js';
import { createSurveyApp } from '../src/survey-app.js';
import { openBrowser, openPage, PHONE } from './browser.js';
import type { Client } from './http-client.js';
import { httpClient } from './http-client.js';
import { LINK_KEY, NOW } from './survey-world.js';

const FORM = 'c.overall=4&comment=kept';
const links = createSurveyLinks([LINK_KEY]);
const newLink = () => `/s/${links.issue('campaign-1', NOW + 1000).token}`;
const sheet: SheetBody = {
  year: 2026,
  communityName: '演示社区',
  questionnaire: defaultQuestionnaire,
  people: [],
  publicKey: 'k',
};

/** A service with room for one answer, whose storing lasts until the test ends it. */
let app: NestFastifyApplication;
let http: Client;
const put: { store(): void }[] = [];
const log: LogEvent[] = [];
const intake: BallotIntake = {
  put: () => new Promise((resolve) => put.push({ store: () => resolve('accepted') })),
  pace: () => {},
};

beforeAll(async () => {
  const campaign = { state: 'open', opensAt: null, closesAt: null, sheet: JSON.stringify(sheet) };
  app = await createSurveyApp({
    reads: {
      campaign: async (id) => ({ id, ...campaign }),
      link: async (): Promise<never> => Promise.reject(new Error('No page is asked for here.')),
      spent: async () => null,
      leaf: async () => null,
    },
    intake,
    sealer: { seal: async () => 'AAAA' },
    links,
    clock: { now: () => NOW },
    ready: async () => true,
    log: (event) => log.push(event),
    limits: {
      answersAtOnce: 1,
      waitForRoomMs: 0,
      heldAnswers: { atOnce: 0, perSecond: 1 },
      perLink: { atOnce: 1, perSecond: 0.001 },
      forgedPerAddress: { atOnce: 1, perSecond: 0.001 },
    },
  });
  await app.listen(0, '127.0.0.1');
  http = httpClient(await app.getUrl());
});
afterAll(() => app.close());

/** Until so many answers have reached the intake in all. */
async function untilPut(count: number): Promise<void> {
  while (put.length < count) await new Promise((resolve) => setImmediate(resolve));
}

/** One answer is taken in and not stored yet: there is no room for another one. Stored when `work` is done. */
async function whileFull(work: () => Promise<void>): Promise<void> {
  const before = put.length;
  const first = http.post(newLink(), FORM);
  await untilPut(before + 1);
  try {
    await work();
  } finally {
    put.at(-1)?.store();
  }
  expect((await first).status).toBe(303);
}

describe('an answer for which there is no room', () => {
  it('is refused before its body has come, and says when to come back', async () => {
    await whileFull(async () => {
      const head = await headOf(`POST ${newLink()} HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n`);
      expect(head).toMatch(/^HTTP\/1\.1 503 /);
      expect(Number(/\r\nretry-after: (\d+)/i.exec(head)?.[1])).toBeGreaterThanOrEqual(5);
    });
  });

  it('is refused with everything a page of ours says about itself, in the language asked for', async () => {
    await whileFull(async () => {
      for (const [query, words] of [
        ['', '请等半分钟，再刷新（重新加载）本页'],
        ['?lang=zh', '您的答卷没有收到'],
        ['?lang=en', 'wait half a minute and reload this page'],
      ] as const) {
        const refused = await http.post(`${newLink()}${query}`, FORM);
        expect(refused.body).toContain(words);
        expect(refused.headers).toMatchObject({ ...SECURITY_HEADERS, 'x-problem-code': 'SURVEY_BUSY' });
        expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(15);
      }
    });
  });

  it('is not stored, counts against no rate, and is taken when it comes again', async () => {
    const link = newLink();
    const stored = put.length;
    await whileFull(async () => {
      for (let time = 0; time < 20; time += 1) expect((await http.post(link, FORM)).status).toBe(503);
    });
    expect(put).toHaveLength(stored + 1);
    const again = http.post(link, FORM);
    await untilPut(stored + 2);
    put.at(-1)?.store();
    expect((await again).status).toBe(303);
  });

  it('is refused whatever its link: a forger learns nothing and costs nothing', async () => {
    await whileFull(async () => {
      for (let time = 0; time < 5; time += 1) expect((await http.post('/s/forged', FORM)).status).toBe(503);
    });
    expect((await http.post('/s/forged', FORM)).status).toBe(404);
  });

  it('is sent again by reloading the page, as the page says', async () => {
    const browser = await openBrowser();
    try {
      const page = await openPage(browser, PHONE);
      const stored = put.length;
      const action = `${await app.getUrl()}${newLink()}?lang=zh`;
      await whileFull(async () => {
        await page.setContent(
          `<form method="post" action="${action}"><input name="c.overall" value="4"><button>`,
        );
        await page.getByRole('button').click();
        await page.getByRole('heading', { name: '还没有提交成功' }).waitFor();
      });
      const reloaded = page.reload({ waitUntil: 'commit' });
      await untilPut(stored + 2);
      put.at(-1)?.store();
      expect((await reloaded)?.url()).toContain('/thanks?lang=zh');
    } finally {
      await browser.close();
    }
  });
});

describe('what is answered all the same while there is no room for answers', () => {
  it('is a page, a receipt, the health of the service, and a body that is no form of ours', async () => {
    await whileFull(async () => {
      expect((await http.get('/health')).status).toBe(200);
      expect((await http.get('/receipt')).status).toBe(200);
      expect((await http.get(`${newLink()}/thanks`)).status).toBe(303);
      expect((await http.post(newLink(), 'x'.repeat(70_000))).status).toBe(413);
    });
  });
});

describe('the log', () => {
  it('counts what was refused by the pattern of its route, as everything else', async () => {
    await app.close();
    const counts = log.flatMap((event) => (event.event === 'requests' ? event.counts : []));
    expect(counts).toContainEqual({ method: 'POST', route: '/s/:token', status: 503, count: 30 });
    expect(log.every(({ event }) => event === 'requests')).toBe(true);
  });
});

/** Sends what is given, ends nothing, and gives what comes first. */
async function headOf(request: string): Promise<string> {
  const { hostname, port } = new URL(await app.getUrl());
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request));
    socket.once('error', reject);
    socket.once('data', (bytes: Buffer) => {
      socket.destroy();
      resolve(bytes.toString('latin1'));
    });
  });
}
