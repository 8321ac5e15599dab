import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ERASED } from '@kaoji/application';
import { holdsSomewhere, showsPeople, type Permission } from '@kaoji/application/staff';
import { endpoints, type AccessItem, type Endpoint } from '@kaoji/http-contract';
import { PERMISSION_KEY, type RoutePermission } from '../src/access/permission.decorator.js';
import { CONTROLLERS } from '../src/api.module.js';
import { ENDPOINT_KEY } from '../src/endpoint.decorator.js';
import { startApi, type Person, type TestApi } from './harness/api.js';
import { AREA, GRANTS, UNIT, accountId } from './harness/places.js';
import { ROSTER, draftCycle, rosteredCycle, setStage } from './harness/year.js';

let api: TestApi;
let hr: Person;
let auditor: Person;
let cycleId: string;
let appraisalOf: (personId: string) => string;
beforeAll(async () => {
  api = await startApi();
  hr = await api.as('hr');
  auditor = await api.as('auditor');
  ({ cycleId, appraisalOf } = await rosteredCycle(api));
});
afterAll(() => api.close());

type Page<T> = { readonly items: readonly T[]; readonly next: string | null };
const looks = async (query = ''): Promise<Page<AccessItem>> =>
  (await auditor.get<Page<AccessItem>>(`/api/cycles/${cycleId}/access${query}`)).body;
const newest = async (): Promise<Partial<AccessItem> | undefined> => (await looks('?limit=1')).items[0];

describe('GET /api/cycles/:cycleId/access', () => {
  it('says who looked at what, with which permission and role, by ids', async () => {
    await hr.get(`/api/cycles/${cycleId}/appraisals`);
    expect(await newest()).toEqual({
      id: expect.any(String),
      accountId: accountId('hr'),
      role: 'hr_officer',
      permission: 'appraisal.list',
      endpoint: 'appraisals',
      cycleId,
      subject: null,
      at: expect.any(Number),
    });
  });

  it('shows auditors what auditors looked at, this list among it', async () => {
    await looks();
    expect(await newest()).toMatchObject({ accountId: accountId('auditor'), endpoint: 'access' });
  });

  it('finds the cycle of an appraisal, and of everything a person’s ledger is about', async () => {
    const id = appraisalOf('person-1');
    await hr.get(`/api/appraisals/${id}/follow-up`);
    expect(await newest()).toMatchObject({ endpoint: 'followUp', subject: id });
    await auditor.get('/api/people/person-2/ledger');
    expect(await newest()).toMatchObject({ endpoint: 'ledger', subject: 'person-2' });
  });

  it('goes on page by page, and by one subject', async () => {
    await Promise.all(Array.from({ length: 5 }, () => hr.get(`/api/cycles/${cycleId}/appraisals`)));
    const all = await looks();
    const first = await looks('?limit=3');
    const second = await looks(`?limit=3&after=${first.next ?? ''}`);
    expect(first.items.slice(1)).toEqual(all.items.slice(0, 2));
    expect(second.items[0]).toEqual(all.items[2]);
    const ofOne = await looks(`?subject=${appraisalOf('person-1')}`);
    expect(ofOne.items.map(({ endpoint }) => endpoint)).toEqual(['followUp']);
  });

  it('has nothing of who was refused, and nothing of what shows nobody', async () => {
    await looks();
    const before = await newest();
    await hr.get(`/api/cycles/${cycleId}`);
    await (await api.as('worker')).get('/api/my/appraisals');
    expect((await (await api.as('elsewhere')).get(`/api/cycles/${cycleId}/appraisals`)).status).toBe(403);
    const [, last] = (await looks('?limit=2')).items; // the first is of reading `before`
    expect(last).toEqual(before);
  });

  it('is for auditors of the area only', async () => {
    for (const name of ['hr', 'superior', 'operator', 'worker'] as const) {
      const person = await api.as(name);
      expect((await person.get(`/api/cycles/${cycleId}/access`)).body).toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});

describe('a look that cannot be recorded', () => {
  it('shows nothing', async () => {
    const other = await startApi();
    const person = await other.as('hr');
    const rostered = await rosteredCycle(other);
    const path = `/api/cycles/${rostered.cycleId}/appraisals`;
    expect((await person.get(path)).status).toBe(200);
    const { transactions } = other.database;
    const { run } = transactions;
    Object.assign(transactions, { run: () => Promise.reject(new Error('the disk is full')) });
    const { status, text } = await person.get(path);
    expect([status, text.includes('演示')]).toEqual([500, false]);
    Object.assign(transactions, { run });
    await other.close();
  });
});

describe('an auditor', () => {
  type Route = { readonly endpoint: Endpoint; readonly permission: RoutePermission };
  const ROUTES: readonly Route[] = CONTROLLERS.flatMap((controller) =>
    Object.values(Object.getOwnPropertyDescriptors(controller.prototype)).flatMap(({ value }) => {
      const endpoint = Reflect.getMetadata(ENDPOINT_KEY, value as object) as Endpoint | undefined;
      const permission = Reflect.getMetadata(PERMISSION_KEY, value as object) as RoutePermission;
      return endpoint === undefined ? [] : [{ endpoint, permission }];
    }),
  );
  const changing = ROUTES.filter(
    ({ endpoint, permission }) =>
      endpoint.method !== 'GET' && permission !== 'public' && permission !== 'self',
  );

  it('meets every route here', () => {
    expect(ROUTES).toHaveLength(Object.keys(endpoints).length);
    expect(changing.length).toBeGreaterThan(40);
  });

  it.each(changing.map((route) => [`${route.endpoint.method} ${route.endpoint.path}`, route] as const))(
    'is refused FORBIDDEN at %s: it is no read',
    async (_name, { endpoint }) => {
      const path = endpoint.path.replace(':areaId', AREA).replace(':unitId', UNIT).replace(/:\w+/g, cycleId);
      const headers = { 'content-type': endpoint.consumes[0] ?? '' };
      const answer = await auditor.send(path, { method: endpoint.method, raw: '{}', headers });
      expect(answer.body).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    },
  );

  const person = { accountId: 'a', personId: null, grants: GRANTS.auditor };
  it.each<[string, Permission]>([
    ['marks while a panel is blind', 'mark.give'],
    ['the file of a contest, with its marks', 'contest.decide'],
    ['boxes of residents’ answers', 'survey.hold_key'],
    ['residents and their links', 'survey.run'],
    ['names of people', 'person.names'],
  ])('has no way to %s', (_what, permission) => {
    expect(holdsSomewhere(person, permission)).toBe(false);
  });

  it('leaves a trace with every read of people', () => {
    const reads = ROUTES.filter(
      ({ endpoint, permission }) =>
        endpoint.method === 'GET' && permission !== 'public' && holdsSomewhere(person, permission),
    );
    const untraced = reads.filter(({ permission }) => !showsPeople(permission as Permission));
    expect(untraced.map(({ permission }) => permission)).not.toContain('result.read');
    expect(reads.length - untraced.length).toBeGreaterThan(12);
  });
});

describe('POST /api/people/:personRef/erasure', () => {
  const erase = (personRef: string, name: string, by = hr) =>
    by.post<{ code?: string }>(`/api/people/${personRef}/erasure`, { name, clause: '演示规定第一条' });
  const nameOf = async (personRef: string): Promise<string | null | undefined> =>
    (
      await hr.get<Page<{ personRef: string; name: string | null }>>(`/api/cycles/${cycleId}/appraisals`)
    ).body.items.find((item) => item.personRef === personRef)?.name;

  it('refuses ERASURE_NOT_CONFIRMED for another name, and what has no clause', async () => {
    expect((await erase('person-2', '演示甲')).body).toMatchObject({ code: 'ERASURE_NOT_CONFIRMED' });
    const bare = await hr.post('/api/people/person-2/erasure', { name: '演示乙' });
    expect(bare.body).toMatchObject({ code: 'REQUEST_INVALID' });
  });

  it('refuses ERASURE_TOO_EARLY while an appraisal or the time to contest is open', async () => {
    const early = { status: 409, code: 'ERASURE_TOO_EARLY' };
    expect((await erase('person-2', '演示乙')).body).toMatchObject(early);
    await setStage(api, cycleId, {
      appraisals: { status: 'recorded', contestUntil: Date.now() + 3_600_000 },
    });
    expect((await erase('person-2', '演示乙')).body).toMatchObject(early);
    await setStage(api, cycleId, { appraisals: { contestUntil: Date.now() - 1 } });
  });

  it('refuses ERASURE_TOO_EARLY while a contest is open', async () => {
    const appraisalId = appraisalOf('person-1');
    await api.database.transactions.run(({ decisions }) =>
      decisions.insertContest({ id: 'contest-1', appraisalId, grounds: '演示', filedAt: 1 }),
    );
    expect((await erase('person-1', '演示甲')).body).toMatchObject({ code: 'ERASURE_TOO_EARLY' });
  });

  it('refuses FORBIDDEN to others, to HR elsewhere, and to HR about themself', async () => {
    for (const name of ['superior', 'auditor', 'worker', 'elsewhere'] as const) {
      expect((await erase('person-2', '演示乙', await api.as(name))).status).toBe(403);
    }
    expect((await erase('person-1', '演示甲', await api.as('hr_appraised'))).status).toBe(403);
    expect((await erase('nobody', '演示乙')).status).toBe(404);
  });

  it('erases the name from every read, keeps the row, and is on record', async () => {
    expect(await nameOf('person-2')).toBe('演示乙');
    const erasedAt = expect.any(Number);
    expect((await erase('person-2', '演示乙')).body).toEqual({
      personRef: 'person-2',
      erasedBy: accountId('hr'),
      erasedAt,
    });
    expect(await nameOf('person-2')).toBe(ERASED);
    expect(await nameOf('person-3')).toBe('演示丙');
    const record = await api.database.transactions.read(({ personKeys }) =>
      personKeys.erasures(['person-2']),
    );
    expect(record).toMatchObject([{ erasedBy: accountId('hr'), clause: '演示规定第一条' }]);
  });

  it('takes nothing more about them: PERSON_ERASED', async () => {
    const talk = { kind: 'reminder', heldOn: '2026-01-05', summary: '演示' };
    const path = `/api/appraisals/${appraisalOf('person-2')}/talks`;
    expect((await hr.post(path, talk)).body).toMatchObject({ status: 409, code: 'PERSON_ERASED' });
  });

  it('leaves nobody to put on a roster', async () => {
    const roster = await hr.upload(`/api/cycles/${await draftCycle(hr)}/roster`, 'text/csv', ROSTER);
    expect(roster.body).toMatchObject({
      code: 'ROSTER_INVALID',
      errors: [{ code: 'PERSON_UNKNOWN', row: 3 }],
    });
  });

  it('happens once: PERSON_KEY_GONE', async () => {
    expect((await erase('person-2', '演示乙')).body).toMatchObject({ code: 'PERSON_KEY_GONE' });
  });
});
