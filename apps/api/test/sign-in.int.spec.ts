import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Clock } from '@kaoji/application';
import type { OwnSessionListView } from '@kaoji/http-contract';
import { personAt, startApi, type Answer, type Person, type TestApi } from './harness/api.js';
import { PASSWORD } from './harness/places.js';

const HOUR = 3_600_000;
let now = Date.now();
const clock: Clock = { now: () => now };
let api: TestApi;
beforeAll(async () => {
  api = await startApi({ clock });
});
afterAll(() => api.close());

type SignedIn = { readonly csrfToken: string; readonly cookie: string; readonly person: Person };
const send = (username: string, password: string, headers: Record<string, string>): Promise<Answer> =>
  api.stranger.send('/api/sessions', { method: 'POST', json: { username, password }, headers });

async function browser(username: string): Promise<SignedIn> {
  const { headers, body } = await send(username, PASSWORD, {});
  const cookie = (headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
  const csrfToken = String(body['csrfToken']);
  return { csrfToken, cookie, person: personAt(api.url, { cookie, 'x-csrf-token': csrfToken }) };
}
async function program(username: string): Promise<Person> {
  const json = { username, password: PASSWORD };
  const { body } = await api.stranger.post<{ token: string }>('/api/tokens', json);
  return personAt(api.url, { authorization: `Bearer ${body.token}` });
}
const sessionsOf = async (person: Person): Promise<OwnSessionListView['items']> =>
  (await person.get<OwnSessionListView>('/api/sessions')).body.items;

describe('one’s own sessions', () => {
  it('are listed with tokens, the newest first, and say which one asks', async () => {
    const first = await browser('supervisor');
    now += 1;
    await program('supervisor');
    const items = await sessionsOf(first.person);
    expect(items.map(({ kind, current }) => [kind, current])).toEqual([
      ['bearer', false],
      ['cookie', true],
    ]);
    expect(items[1]).toMatchObject({ createdAt: now - 1, expiresAt: now - 1 + 12 * HOUR });
  });

  it('are told by an id that opens nothing', async () => {
    const { person, cookie } = await browser('superior');
    const { text, body } = await person.get<OwnSessionListView>('/api/sessions');
    expect(text).not.toContain(cookie.split('=')[1]);
    const id = body.items[0]?.id ?? '';
    expect((await personAt(api.url, { cookie: `kaoji_session=${id}` }).get('/api/me')).status).toBe(401);
  });

  it('end at once where one is revoked, and nowhere else', async () => {
    const [mine, lost] = [await browser('panel'), await program('panel')];
    const id = (await sessionsOf(mine.person)).find(({ kind }) => kind === 'bearer')?.id ?? '';
    expect((await mine.person.send(`/api/sessions/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await lost.get('/api/me')).status).toBe(401);
    expect((await mine.person.get('/api/me')).status).toBe(200);
    const again = await mine.person.send(`/api/sessions/${id}`, { method: 'DELETE' });
    expect(again.body).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('are revoked by nobody else, and not without the CSRF token', async () => {
    const [theirs, mine] = [await browser('peer'), await browser('worker')];
    const id = (await sessionsOf(theirs.person))[0]?.id ?? '';
    const other = await mine.person.send(`/api/sessions/${id}`, { method: 'DELETE' });
    expect(other.body).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    const bare = personAt(api.url, { cookie: theirs.cookie });
    const forged = await bare.send(`/api/sessions/${id}`, { method: 'DELETE' });
    expect(forged.body).toMatchObject({ status: 403, code: 'CSRF_TOKEN_WRONG' });
    expect((await theirs.person.get('/api/me')).status).toBe(200);
  });

  it('leave the list when they are over', async () => {
    const { person } = await browser('reviewer');
    now += 11 * HOUR;
    await browser('reviewer');
    expect(await sessionsOf(person)).toHaveLength(2);
    now += HOUR;
    expect(await sessionsOf((await browser('reviewer')).person)).toHaveLength(2);
  });
});

describe('somebody who guesses a password', () => {
  const from = (address: string, cookie?: string): Record<string, string> => ({
    'x-forwarded-for': address,
    ...(cookie === undefined ? {} : { cookie }),
  });
  async function guess(username: string, times: number, headers: Record<string, string>): Promise<void> {
    for (let time = 0; time < times; time += 1) await send(username, `wrong ${time}`, headers);
  }

  it('is paused, twice as long each time, and told for how long', async () => {
    const headers = from('198.51.100.1');
    await guess('auditor', 5, headers);
    for (const seconds of ['1', '2', '4', '8']) {
      const paused = await send('auditor', PASSWORD, headers);
      expect(paused.body).toMatchObject({ status: 429, code: 'SIGN_IN_PAUSED' });
      expect(paused.headers.get('retry-after')).toBe(seconds);
      now += Number(seconds) * 1000;
      expect((await send('auditor', 'wrong', headers)).body).toMatchObject({ code: 'CREDENTIALS_WRONG' });
    }
  });

  it('locks nobody out: the person signs in from another address', async () => {
    await guess('hr2', 6, from('198.51.100.2'));
    expect((await send('hr2', PASSWORD, from('198.51.100.2'))).status).toBe(429);
    expect((await send('hr2', PASSWORD, from('203.0.113.9'))).status).toBe(200);
    expect((await send('hr2', PASSWORD, from('198.51.100.2'))).status).toBe(429);
  });

  it('locks nobody out behind the same address: the person’s own browser has attempts of its own', async () => {
    const { cookie } = await browser('worker2');
    const address = '198.51.100.3';
    await guess('worker2', 6, from(address));
    now += 13 * HOUR; // the session is over, the browser is still theirs
    await guess('worker2', 6, from(address));
    expect((await send('worker2', PASSWORD, from(address))).status).toBe(429);
    expect((await send('worker2', PASSWORD, from(address, cookie))).status).toBe(200);
  });

  it('gains nothing by a session of another account', async () => {
    const { cookie } = await browser('operator');
    await guess('worker3', 6, from('198.51.100.4', cookie));
    expect((await send('worker3', PASSWORD, from('198.51.100.4', cookie))).status).toBe(429);
    expect((await send('worker3', PASSWORD, from('198.51.100.4'))).status).toBe(429);
  });

  it('gains nothing by the many addresses of one IPv6 network', async () => {
    for (let host = 1; host <= 6; host += 1) await guess('hr', 1, from(`2001:db8:0:1::${host}`));
    expect((await send('hr', PASSWORD, from('2001:db8:0:1::99'))).status).toBe(429);
    expect((await send('hr', PASSWORD, from('2001:db8:0:2::1'))).status).toBe(200);
  });
});
