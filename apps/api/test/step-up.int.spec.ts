import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Clock } from '@kaoji/application';
import { endpoints, type Endpoint } from '@kaoji/http-contract';
import { personAt, startApi, type Person, type TestApi } from './harness/api.js';
import { PASSWORD, UNIT } from './harness/places.js';
import { TAKES_ALL } from './harness/rights-world.js';
import { collectingCycle } from './harness/year.js';

const MINUTE = 60_000;
const STEP_UP = '/api/sessions/current/step-up';
let now = Date.now();
const clock: Clock = { now: () => now };
let api: TestApi;
let closing: string;
beforeAll(async () => {
  api = await startApi({ clock, gateway: TAKES_ALL });
  const { cycleId } = await collectingCycle(api);
  closing = `/api/cycles/${cycleId}/units/${UNIT}/close-collection`;
});
afterAll(() => api.close());

async function signedIn(username: string): Promise<Person> {
  const { body } = await api.stranger.post<{ token: string }>('/api/tokens', {
    username,
    password: PASSWORD,
  });
  return personAt(api.url, { authorization: `Bearer ${body.token}` });
}
const codeOf = ({ body }: { readonly body: Record<string, unknown> }): unknown => body['code'];
/** Asked wrongly on purpose: what is refused first is who asks. */
const decide = (person: Person) => person.post(closing, { reason: 1 });

let hr: Person;
beforeEach(async () => {
  hr = await signedIn('hr');
});

describe('a decision', () => {
  it('needs no password within fifteen minutes of the sign-in, and one after that', async () => {
    now += 15 * MINUTE - 1;
    expect(codeOf(await decide(hr))).not.toBe('STEP_UP_REQUIRED');
    now += 1;
    const refused = await decide(hr);
    expect(refused.body).toMatchObject({ status: 403, code: 'STEP_UP_REQUIRED' });
    expect(refused.body['detail']).toMatch(/within the last 15 minutes/);
  });

  it('passes again for fifteen minutes once the password was given in this session', async () => {
    now += 20 * MINUTE;
    const stepped = await hr.post(STEP_UP, { password: PASSWORD });
    expect(stepped).toMatchObject({ status: 200, body: { until: now + 15 * MINUTE } });
    now += 15 * MINUTE - 1;
    expect(codeOf(await decide(hr))).not.toBe('STEP_UP_REQUIRED');
    now += 1;
    expect(codeOf(await decide(hr))).toBe('STEP_UP_REQUIRED');
  });

  it('is not let pass by what was proved in another session of the same person', async () => {
    now += 20 * MINUTE;
    const elsewhere = await signedIn('hr');
    await elsewhere.post(STEP_UP, { password: PASSWORD });
    expect(codeOf(await decide(hr))).toBe('STEP_UP_REQUIRED');
  });

  it('does not say more to somebody whose roles do not cover it', async () => {
    const peer = await signedIn('peer');
    now += 20 * MINUTE;
    expect(codeOf(await decide(peer))).toBe('FORBIDDEN');
  });

  it('is of an act whatever decides; to claim, to read and to ask wait for nobody', async () => {
    const supervisor = await signedIn('supervisor');
    now += 20 * MINUTE;
    const path = endpoints.act.path.replace(':cycleId', 'none').replace(':unitId', UNIT);
    const act = async (verb: string) =>
      codeOf(await supervisor.post(path, { round: 1, listHash: 'h', step: 's', verb, reason: '演示' }));
    for (const verb of ['approve', 'return', 'reject']) expect(await act(verb)).toBe('STEP_UP_REQUIRED');
    for (const verb of ['claim', 'urge', 'read']) expect(await act(verb)).not.toBe('STEP_UP_REQUIRED');
  });

  it('is each of these and no reading', () => {
    const asked = Object.entries(endpoints as Record<string, Endpoint>).filter(
      ([, { stepUp }]) => stepUp !== false,
    );
    expect(asked.map(([name]) => name)).toEqual(expect.arrayContaining(DECISIONS));
    expect(asked.filter(([, { method }]) => method === 'GET')).toEqual([]);
  });
});

const DECISIONS = [
  ...['act', 'actOnMany', 'confirmConsequences', 'laterGrade', 'contestOutcome', 'contestAgain'],
  ...['erasePerson', 'openBoxes', 'publishPlan', 'openCycle', 'closeCollection'],
];

describe(`POST ${STEP_UP}`, () => {
  it('refuses a wrong password, and pauses this session after five, not the person elsewhere', async () => {
    now += 20 * MINUTE;
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const refused = await hr.post(STEP_UP, { password: `wrong ${attempt}` });
      expect(refused.body).toMatchObject({ status: 401, code: 'CREDENTIALS_WRONG' });
    }
    const paused = await hr.post(STEP_UP, { password: PASSWORD });
    expect(paused.body).toMatchObject({ status: 429, code: 'SIGN_IN_PAUSED' });
    expect(Number(paused.headers.get('retry-after'))).toBeGreaterThan(0);
    const elsewhere = await signedIn('hr');
    expect((await elsewhere.post(STEP_UP, { password: PASSWORD })).status).toBe(200);
    now += 2000;
    expect((await hr.post(STEP_UP, { password: PASSWORD })).status).toBe(200);
  });

  it('is for whoever is signed in, and wants the CSRF token of a browser', async () => {
    const stranger = await api.stranger.post(STEP_UP, { password: PASSWORD });
    expect(codeOf(stranger)).toBe('NOT_SIGNED_IN');
    const { headers } = await api.stranger.post('/api/sessions', { username: 'hr', password: PASSWORD });
    const cookie = (headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
    const forged = await personAt(api.url, { cookie }).post(STEP_UP, { password: PASSWORD });
    expect(codeOf(forged)).toBe('CSRF_TOKEN_WRONG');
  });
});
