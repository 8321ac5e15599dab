import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Clock } from '@kaoji/application';
import { personAt, startApi, type Person, type TestApi } from './harness/api.js';
import { PASSWORD } from './harness/places.js';

const HOUR = 3_600_000;
let now = Date.now();
const clock: Clock = { now: () => now };
let api: TestApi;
beforeAll(async () => {
  api = await startApi({ clock });
});
afterAll(() => api.close());

const credentials = (username: string, password = PASSWORD) => ({ username, password });

type Cookied = { readonly person: Person; readonly csrfToken: string; readonly setCookie: string };
async function signIn(headers: Record<string, string> = {}): Promise<Cookied> {
  const answer = await api.stranger.send<{ csrfToken: string }>('/api/sessions', {
    method: 'POST',
    json: credentials('hr'),
    headers,
  });
  const setCookie = answer.headers.get('set-cookie') ?? '';
  const cookie = setCookie.split(';', 1)[0] ?? '';
  return { person: personAt(api.url, { cookie }), csrfToken: answer.body.csrfToken, setCookie };
}

describe('POST /api/sessions', () => {
  it('says who signed in and keeps the password hash to itself', async () => {
    const { status, body, text } = await api.stranger.post('/api/sessions', credentials('hr'));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      account: { username: 'hr', grants: [{ role: 'hr_officer', areaId: 'area-demo', unitId: null }] },
    });
    expect(text).not.toContain('argon2');
  });

  it('sets a cookie that scripts and other sites cannot use', async () => {
    const { setCookie } = await signIn();
    expect(setCookie).toMatch(/^kaoji_session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it('marks the cookie Secure where TLS ended in front of it', async () => {
    const { setCookie } = await signIn({ 'x-forwarded-proto': 'https' });
    expect(setCookie).toContain('; Secure');
  });

  it.each([
    { who: 'an unknown name', body: credentials('stranger') },
    { who: 'a wrong password', body: credentials('auditor', 'wrong') },
  ])('refuses $who with CREDENTIALS_WRONG, in the same words', async ({ body }) => {
    const refused = await api.stranger.post('/api/sessions', body);
    expect(refused.status).toBe(401);
    expect(refused.body).toMatchObject({
      code: 'CREDENTIALS_WRONG',
      detail: 'The user name or the password is wrong.',
    });
    expect(refused.headers.get('set-cookie')).toBeNull();
  });

  it('pauses a name after five failures with SIGN_IN_PAUSED, and lets it in again afterwards', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await api.stranger.post('/api/sessions', credentials('operator', `wrong ${attempt}`));
    }
    const paused = await api.stranger.post('/api/sessions', credentials('operator'));
    expect(paused.status).toBe(429);
    expect(paused.body).toMatchObject({ code: 'SIGN_IN_PAUSED' });
    expect(Number(paused.headers.get('retry-after'))).toBeGreaterThan(0);
    now += 2000;
    expect((await api.stranger.post('/api/sessions', credentials('operator'))).status).toBe(200);
  });

  it('refuses more than 200 characters of password before hashing them', async () => {
    const refused = await api.stranger.post('/api/sessions', credentials('hr', 'x'.repeat(201)));
    expect(refused.body).toMatchObject({ status: 400, code: 'REQUEST_INVALID' });
  });

  it('refuses TOO_BUSY rather than hash without end', async () => {
    const narrow = await startApi({ clock, passwords: { concurrent: 1, waiting: 1 } });
    const attempts = Array.from({ length: 40 }, (_, index) =>
      narrow.stranger.post('/api/tokens', credentials(`nobody-${index}`)),
    );
    const codes = (await Promise.all(attempts)).map(({ body }) => body['code']);
    await narrow.close();
    expect(codes).toContain('TOO_BUSY');
    expect(codes).toContain('CREDENTIALS_WRONG');
  });
});

describe('a cookie session', () => {
  it('reads without a CSRF token and changes nothing without one', async () => {
    const { person, csrfToken } = await signIn();
    expect((await person.get('/api/me')).status).toBe(200);
    for (const headers of [{}, { 'x-csrf-token': 'made-up' }] as Record<string, string>[]) {
      const refused = await person.send('/api/sessions/current', { method: 'DELETE', headers });
      expect(refused.body).toMatchObject({ status: 403, code: 'CSRF_TOKEN_WRONG' });
    }
    const done = await person.send('/api/sessions/current', {
      method: 'DELETE',
      headers: { 'x-csrf-token': csrfToken },
    });
    expect(done.status).toBe(204);
    expect((await person.get('/api/me')).body).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' });
  });

  it('does not take the CSRF token of another session', async () => {
    const [one, other] = [await signIn(), await signIn()];
    const refused = await one.person.send('/api/sessions/current', {
      method: 'DELETE',
      headers: { 'x-csrf-token': other.csrfToken },
    });
    expect(refused.body).toMatchObject({ code: 'CSRF_TOKEN_WRONG' });
  });

  it('ends after twelve hours', async () => {
    const { person } = await signIn();
    now += 12 * HOUR - 1;
    expect((await person.get('/api/me')).status).toBe(200);
    now += 1;
    expect((await person.get('/api/me')).body).toMatchObject({ code: 'NOT_SIGNED_IN' });
  });
});

describe('a bearer token', () => {
  it('needs no CSRF token, ends after a day, and is no cookie', async () => {
    const issued = await api.stranger.post<{ token: string; expiresAt: number }>(
      '/api/tokens',
      credentials('hr'),
    );
    const { token, expiresAt } = issued.body;
    expect(issued.headers.get('set-cookie')).toBeNull();
    expect(expiresAt).toBe(now + 24 * HOUR);
    const bearer = personAt(api.url, { authorization: `Bearer ${token}` });
    expect((await bearer.get('/api/me')).status).toBe(200);
    expect((await personAt(api.url, { cookie: `kaoji_session=${token}` }).get('/api/me')).status).toBe(401);
    expect((await bearer.send('/api/sessions/current', { method: 'DELETE' })).status).toBe(204);
    expect((await bearer.get('/api/me')).status).toBe(401);
  });

  it('does not take the token of a cookie session', async () => {
    const { setCookie } = await signIn();
    const token = /kaoji_session=([^;]+)/.exec(setCookie)?.[1] ?? '';
    const bearer = personAt(api.url, { authorization: `Bearer ${token}` });
    expect((await bearer.get('/api/me')).body).toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('is refused in every damaged form', async () => {
    const { body } = await api.stranger.post<{ token: string }>('/api/tokens', credentials('hr'));
    const { token } = body;
    const damaged = [
      ...Array.from(
        token,
        (letter, at) => token.slice(0, at) + (letter === 'A' ? 'B' : 'A') + token.slice(at + 1),
      ),
      token.slice(1),
      `${token}A`,
      token.toUpperCase(),
      '',
    ];
    for (const mutant of damaged) {
      const answer = await personAt(api.url, { authorization: `Bearer ${mutant}` }).get('/api/me');
      expect(answer.status).toBe(401);
    }
  });
});

describe('the log', () => {
  it('holds no name, password, token or query', async () => {
    await api.stranger.send('/api/sessions?username=hr&password=hunter2', {
      method: 'POST',
      json: credentials('hr', 'hunter2'),
    });
    const written = JSON.stringify(api.events);
    expect(api.events.length).toBeGreaterThan(10);
    for (const secret of ['hunter2', PASSWORD, 'kaoji_session', 'Bearer', '"hr"', '?']) {
      expect(written).not.toContain(secret);
    }
  });
});
