import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { httpClient } from './http-client.js';
import { startSurvey } from './survey-process.js';
import type { SurveyWorld } from './survey-world.js';
import { LINK_KEY, openSurveyWorld, rating } from './survey-world.js';

const LIVE = 'campaign-live';
let world: SurveyWorld;
beforeAll(async () => {
  world = await openSurveyWorld();
  await world.add({ id: LIVE, opensAt: null, closesAt: null });
});
afterAll(() => world.close());

const environment = () => ({
  DATABASE_URL: world.database.url,
  KAOJI_SURVEY_PORT: '0',
  KAOJI_LINK_KEYS: `${LINK_KEY.id}:${LINK_KEY.secret}`,
});
const MARKS = {
  'user-agent': 'Phone-of-somebody',
  'x-forwarded-for': '203.0.113.9',
  referer: 'https://ref.example',
};

describe('the survey process', () => {
  it('says where it listens, answers, stops in order, and leaves no trace of a link or a caller', async () => {
    const tokens = await world.issue(6, { campaignId: LIVE });
    const [answered = '', wrong = '', odd = '', looked = '', twice = '', unspent = ''] = tokens;
    const survey = startSurvey(environment());
    const url = await survey.url;
    const http = httpClient(url);
    const form = { ...MARKS, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = `c.overall=4&${rating(1)}=5&comment=geheim`;
    expect(await http.get('/ready')).toMatchObject({ status: 200, body: '{"ready":true,"database":true}' });
    expect((await http.post(`/s/${answered}`, answer, form)).status).toBe(303);
    expect((await http.get(`/s/${answered}/thanks`, MARKS)).status).toBe(200);
    expect((await http.post(`/s/${wrong}`, 'comment=geheim', form)).status).toBe(422);
    expect((await http.get(`/s/${odd}%E0%A4%A`, MARKS)).status).toBe(404);
    expect((await http.get(`/nowhere/${odd}`, MARKS)).status).toBe(404);
    expect((await http.get(`/s/${looked}?lang=en`, MARKS)).status).toBe(200);
    await Promise.all([1, 2, 3].map(() => http.post(`/s/${twice}`, answer, form)));
    expect((await http.post(`/s/${unspent}`, '{}', { ...form, 'content-type': 'text/plain' })).status).toBe(
      415,
    );
    survey.child.kill('SIGTERM');
    expect(await survey.exit).toBe(0);

    const lines = survey.lines();
    expect(lines.map(({ event }) => event)).toEqual(['ready', 'requests', 'stopped']);
    expect(lines[1]?.['counts']).toEqual([
      { method: 'GET', route: '(none)', status: 404, count: 1 },
      { method: 'GET', route: '/ready', status: 200, count: 1 },
      { method: 'GET', route: '/s/:token', status: 200, count: 1 },
      { method: 'GET', route: '/s/:token/thanks', status: 200, count: 1 },
      { method: 'POST', route: '/s/:token', status: 303, count: 2 },
      { method: 'POST', route: '/s/:token', status: 410, count: 2 },
      { method: 'POST', route: '/s/:token', status: 415, count: 1 },
      { method: 'POST', route: '/s/:token', status: 422, count: 1 },
    ]);
    expect(survey.printed()).not.toMatch(/geheim|Phone-of|203\.0\.113|ref\.example|满意|演示/);

    const stored = await filesBeside(world.database.url);
    for (const token of tokens) {
      const secrets = secretsOf(token);
      const verified = world.links.verify(token);
      const hash = verified.ok ? verified.linkHash : '?';
      for (const secret of [...secrets, Buffer.from(hash)]) {
        expect(Buffer.from(survey.printed()).includes(secret)).toBe(false);
      }
      for (const secret of secrets) expect(stored.includes(secret)).toBe(false);
      // What is looked for can be found: the hash is stored, and only the hash.
      expect(stored.includes(Buffer.from(hash))).toBe(true);
    }
    expect(stored.includes(Buffer.from('geheim'))).toBe(false);
    for (const mark of Object.values(MARKS)) expect(stored.includes(Buffer.from(mark))).toBe(false);
  });

  it('names what is wrong with its configuration, not the value, and does not start', async () => {
    const survey = startSurvey({ DATABASE_URL: 'sqlite::memory:', KAOJI_LINK_KEYS: 'secret-but-short' });
    expect(await survey.exit).not.toBe(0);
    expect(survey.printed()).toContain('KAOJI_LINK_KEYS: not valid');
    expect(survey.printed()).not.toContain('secret-but-short');
  });
});

/** Everything in the folder of a SQLite database: the file and its log. */
async function filesBeside(databaseUrl: string): Promise<Buffer> {
  const folder = dirname(databaseUrl.slice('sqlite:'.length));
  const names = await readdir(folder);
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name)))));
}

/** Every way in which a link, or the random part of one, could be written down. */
function secretsOf(token: string): readonly Buffer[] {
  const bytes = Buffer.from(token, 'base64url');
  const id = bytes.subarray(2 + LINK_KEY.id.length + 4).subarray(0, 16);
  const texts = [
    token,
    id.toString('hex'),
    id.toString('base64url'),
    bytes.subarray(-16).toString('base64url'),
  ];
  return [id, ...texts.map((text) => Buffer.from(text))];
}
