import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Clock } from '@kaoji/application';
import { createIdentityProvider } from '@kaoji/gateways';
import { NOBODY, personAt, startApi, type Answer, type Person, type TestApi } from './harness/api.js';
import { LEAD, mapping, startOidc, type Oidc } from './harness/oidc.js';
import { AREA, PASSWORD, UNIT, accountId } from './harness/places.js';

const REDIRECT = 'http://127.0.0.1:1/sign-in/provider';
const STEP_UP = '/api/sessions/current/step-up/provider';
let now = Date.now();
const clock: Clock = { now: () => now };
let oidc: Oidc;
/** Whoever comes first gets an account here; there they are refused. */
let api: TestApi;
let strict: TestApi;
beforeAll(async () => {
  oidc = await startOidc(REDIRECT);
  [api, strict] = await Promise.all([
    startApi({ clock, provider: oidc.provider('create') }),
    startApi({ provider: oidc.provider('linked') }),
  ]);
});
afterAll(async () => {
  await Promise.all([api.close(), strict.close()]);
  await oidc.close();
});

type Begun = { readonly url: string; readonly cookie: string };
const cookieOf = (answer: Answer<unknown>, name: string): string =>
  answer.headers
    .getSetCookie()
    .find((line) => line.startsWith(`${name}=`))
    ?.split(';', 1)[0] ?? '';
async function begin(person: Person = api.stranger, again = false): Promise<Begun> {
  const answer = await person.post<{ url: string }>('/api/provider-sign-ins', { again });
  return { url: answer.body.url, cookie: cookieOf(answer, 'kaoji_provider') };
}
const finish = (query: string, cookie: string, at: TestApi = api): Promise<Answer> =>
  at.stranger.send('/api/sessions/provider', { method: 'POST', json: { query }, headers: { cookie } });
async function signIn(subject: string): Promise<Answer> {
  const { url, cookie } = await begin();
  return finish(await oidc.visit(url, subject), cookie);
}
function personOf(answer: Answer): Person {
  const cookie = cookieOf(answer, 'kaoji_session');
  return personAt(api.url, { cookie, 'x-csrf-token': String(answer.body['csrfToken']) });
}
/** The cookie of a sign-in under way with other contents. */
function altered(cookie: string, change: object): string {
  const [name = '', value = ''] = cookie.split('=');
  const kept = JSON.parse(Buffer.from(value, 'base64url').toString()) as object;
  return `${name}=${Buffer.from(JSON.stringify({ ...kept, ...change })).toString('base64url')}`;
}

describe('GET /api/sign-in-ways', () => {
  it('names the provider of the mapping file, or none', async () => {
    const { body } = await api.stranger.get('/api/sign-in-ways');
    expect(body).toEqual({ provider: { zh: '演示统一认证', en: 'Demo single sign-on' } });
  });
});

describe('a sign-in at a real provider', () => {
  it('asks by the code flow with PKCE, a state and a nonce of its own', async () => {
    const [one, other] = [new URL((await begin()).url), new URL((await begin()).url)];
    const asked = Object.fromEntries(one.searchParams);
    expect(asked).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', client_id: 'kaoji' });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
      expect(one.searchParams.get(name)).not.toBe(other.searchParams.get(name));
    }
  });

  it('makes an account with the grants the claims map to, once', async () => {
    oidc.people.set('s-1', { preferred_username: '演示认证甲', employee: 'person-2', ...LEAD });
    const first = await signIn('s-1');
    expect(first.status).toBe(200);
    expect(first.body['account']).toMatchObject({
      username: '演示认证甲',
      personId: 'person-2',
      grants: [{ role: 'supervisor', areaId: AREA, unitId: UNIT }],
    });
    const again = await signIn('s-1');
    expect(again.body['account']).toEqual(first.body['account']);
    expect((await personOf(again).get('/api/me')).status).toBe(200);
  });

  it('sets cookies that scripts and other sites cannot use, and forgets the attempt', async () => {
    const { url, cookie } = await begin();
    const answer = await finish(await oidc.visit(url, 's-1'), cookie);
    const lines = answer.headers.getSetCookie();
    expect(lines.find((line) => line.startsWith('kaoji_session='))).toMatch(/HttpOnly; SameSite=Strict/);
    expect(lines.find((line) => line.startsWith('kaoji_provider='))).toMatch(/^kaoji_provider=;/);
  });

  it('reads the claims anew: what was taken away ends every session, what was added does not', async () => {
    oidc.people.set('s-2', { preferred_username: 'demo-2', ...LEAD });
    const before = personOf(await signIn('s-2'));
    oidc.people.set('s-2', { preferred_username: 'demo-2', ...LEAD, groups: ['kaoji-lead', 'kaoji-hr'] });
    const more = await signIn('s-2');
    expect(more.body).toMatchObject({
      account: { grants: [{ role: 'hr_officer' }, { role: 'supervisor' }] },
    });
    expect((await before.get('/api/me')).status).toBe(200);
    oidc.people.set('s-2', { preferred_username: 'demo-2', groups: ['kaoji-hr'] });
    const less = await signIn('s-2');
    for (const person of [before, personOf(more)]) expect((await person.get('/api/me')).status).toBe(401);
    expect((await personOf(less).get('/api/me')).body).toMatchObject({ grants: [{ role: 'hr_officer' }] });
  });

  it('takes the last grant from whom no rule names any more, and lets them in no longer', async () => {
    oidc.people.set('s-3', { preferred_username: 'demo-3', ...LEAD });
    const before = personOf(await signIn('s-3'));
    oidc.people.set('s-3', { preferred_username: 'demo-3', groups: [] });
    expect((await signIn('s-3')).body).toMatchObject({ status: 403, code: 'PROVIDER_CLAIMS_UNMAPPED' });
    expect((await before.get('/api/me')).status).toBe(401);
  });

  it('lets nobody in by a password they never had', async () => {
    for (const password of ['', ' ', 'null', 'demo']) {
      const { status } = await api.stranger.post('/api/tokens', { username: 'demo-2', password });
      expect([400, 401]).toContain(status);
    }
  });
});

describe('a hostile answer', () => {
  const refusedAs = (answer: Answer, code: string): void => {
    expect(answer.body).toMatchObject({ code, detail: expect.stringMatching(/\.$/) as unknown });
    expect(cookieOf(answer, 'kaoji_session')).toBe('');
  };

  it('with another state, or in a browser that began nothing: PROVIDER_STATE_WRONG', async () => {
    const { url, cookie } = await begin();
    const query = await oidc.visit(url, 's-1');
    refusedAs(await finish(query.replace(/state=[^&]+/, 'state=other'), cookie), 'PROVIDER_STATE_WRONG');
    refusedAs(await finish(query, 'kaoji_provider=e30'), 'PROVIDER_STATE_WRONG');
    refusedAs(await finish(query, (await begin()).cookie), 'PROVIDER_STATE_WRONG');
  });

  it('with the nonce of another sign-in: PROVIDER_NONCE_WRONG', async () => {
    const { url, cookie } = await begin();
    const query = await oidc.visit(url, 's-1');
    refusedAs(await finish(query, altered(cookie, { nonce: 'other' })), 'PROVIDER_NONCE_WRONG');
  });

  it('with a code that was used, or that belongs to another verifier: PROVIDER_CODE_REFUSED', async () => {
    const { url, cookie } = await begin();
    const query = await oidc.visit(url, 's-1');
    expect((await finish(query, cookie)).status).toBe(200);
    refusedAs(await finish(query, cookie), 'PROVIDER_CODE_REFUSED');
    const other = await begin();
    const theirs = await oidc.visit(other.url, 's-1');
    const verifier = 'x'.repeat(43);
    refusedAs(await finish(theirs, altered(other.cookie, { verifier })), 'PROVIDER_CODE_REFUSED');
  });

  it('of another issuer: PROVIDER_ISSUER_WRONG', async () => {
    const { url, cookie } = await begin();
    const query = new URLSearchParams(await oidc.visit(url, 's-1'));
    query.set('iss', 'http://127.0.0.1:1');
    refusedAs(await finish(query.toString(), cookie), 'PROVIDER_ISSUER_WRONG');
  });

  it('that does not say when it asked, where it had to ask anew: PROVIDER_ANSWER_INVALID', async () => {
    const { url, cookie } = await begin();
    const query = await oidc.visit(url, 's-1');
    refusedAs(await finish(query, altered(cookie, { again: true })), 'PROVIDER_ANSWER_INVALID');
  });

  it('that says the person called it off: PROVIDER_DENIED', async () => {
    const { url, cookie } = await begin();
    const state = new URL(url).searchParams.get('state') ?? '';
    const query = new URLSearchParams({ error: 'access_denied', state, iss: oidc.issuer }).toString();
    refusedAs(await finish(query, cookie), 'PROVIDER_DENIED');
  });

  it('about somebody without an account, where the first sign-in makes none: PROVIDER_ACCOUNT_UNKNOWN', async () => {
    oidc.people.set('s-4', { preferred_username: 'demo-4', ...LEAD });
    const { url, cookie } = await begin(strict.stranger);
    const query = await oidc.visit(url, 's-4');
    refusedAs(await finish(query, cookie, strict), 'PROVIDER_ACCOUNT_UNKNOWN');
  });

  it('whose claims no rule names, or name a place that is not here: PROVIDER_CLAIMS_UNMAPPED', async () => {
    oidc.people.set('s-5', { preferred_username: 'demo-5', groups: ['other'], role: 'hr_officer' });
    refusedAs(await signIn('s-5'), 'PROVIDER_CLAIMS_UNMAPPED');
    oidc.people.set('s-5', { preferred_username: 'demo-5', ...LEAD, unit: 'unit-elsewhere' });
    refusedAs(await signIn('s-5'), 'PROVIDER_CLAIMS_UNMAPPED');
  });

  it('with the name of an account that has a password: PROVIDER_USERNAME_TAKEN, and nothing is joined', async () => {
    oidc.people.set('s-6', { preferred_username: 'superior', ...LEAD });
    refusedAs(await signIn('s-6'), 'PROVIDER_USERNAME_TAKEN');
    expect((await (await api.as('superior')).get('/api/me')).body).toMatchObject({
      grants: [{ role: 'superior' }],
    });
  });

  it('about an account that is disabled lets nobody in', async () => {
    oidc.people.set('s-7', { preferred_username: 'demo-7', ...LEAD });
    await api.database.transactions.run(async ({ accounts }) => {
      const grants = [{ role: 'supervisor', areaId: AREA, unitId: UNIT } as const];
      await accounts.insertMany([
        { id: 'gone', username: 'gone', passwordHash: '-', personId: null, grants, disabled: true },
      ]);
      await accounts.insertLink({ issuer: oidc.issuer, subject: 's-7', accountId: 'gone', linkedAt: 1 });
    });
    refusedAs(await signIn('s-7'), 'PROVIDER_ACCOUNT_UNKNOWN');
  });
});

describe('a provider that is away', () => {
  it('is said to be, at the button, and passwords go on', async () => {
    const settings = { clientId: 'kaoji', clientSecret: null, redirectUri: REDIRECT, scope: 'openid' };
    const port = createIdentityProvider({ ...settings, issuer: `http://${NOBODY}` });
    const alone = await startApi({ provider: { mapping: mapping(), port } });
    const refused = await alone.stranger.post('/api/provider-sign-ins', { again: false });
    expect(refused.body).toMatchObject({ status: 503, code: 'PROVIDER_UNAVAILABLE' });
    expect((await (await alone.as('hr')).get('/api/me')).status).toBe(200);
    await alone.close();
  });

  it('that was never configured is not there: NOT_FOUND', async () => {
    const alone = await startApi();
    expect((await alone.stranger.get('/api/sign-in-ways')).body).toEqual({ provider: null });
    expect((await alone.stranger.post('/api/provider-sign-ins', { again: false })).status).toBe(404);
    await alone.close();
  });
});

describe('the proof a decision wants', () => {
  async function proveAgain(person: Person, subject: string): Promise<Answer> {
    const { url, cookie } = await begin(api.stranger, true);
    expect(new URL(url).searchParams.get('prompt')).toBe('login');
    const query = await oidc.visit(url, subject);
    return person.send(STEP_UP, { method: 'POST', json: { query }, headers: { cookie } });
  }
  /** With a bearer token, whose cookies are those of the sign-in under way. */
  async function programOf(account: string): Promise<Person> {
    const { body } = await api.stranger.post<{ token: string }>('/api/tokens', {
      username: account,
      password: PASSWORD,
    });
    return personAt(api.url, { authorization: `Bearer ${body.token}` });
  }

  it('is given at the provider by the linked person, and by nobody else', async () => {
    oidc.people.set('s-8', { preferred_username: 'demo-8', ...LEAD });
    oidc.people.set('s-9', { preferred_username: 'demo-9', ...LEAD });
    await api.database.transactions.run(({ accounts }) =>
      accounts.insertLink({
        issuer: oidc.issuer,
        subject: 's-8',
        accountId: accountId('supervisor'),
        linkedAt: 1,
      }),
    );
    const supervisor = await programOf('supervisor');
    now += 20 * 60_000;
    const act = { round: 1, listHash: 'h', step: 's', verb: 'approve' };
    const decide = async () =>
      (await supervisor.post(`/api/cycles/none/units/${UNIT}/acts`, act)).body['code'];
    expect(await decide()).toBe('STEP_UP_REQUIRED');
    now = Date.now();
    expect((await proveAgain(supervisor, 's-9')).body).toMatchObject({ code: 'PROVIDER_OTHER_PERSON' });
    const proved = await proveAgain(supervisor, 's-8');
    expect(proved).toMatchObject({ status: 200, body: { until: now + 15 * 60_000 } });
  });
});
