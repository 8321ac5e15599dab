import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Clock } from '@kaoji/application';
import { startApi, type Person, type TestApi } from './harness/api.js';
import { AREA, OTHER_AREA, UNIT } from './harness/places.js';
import { RULEBOOK, adoptNational, draftCycle, plan, rosteredCycle } from './harness/year.js';

let now = Date.now();
const clock: Clock = { now: () => now };
let api: TestApi;
let hr: Person;
let hash: string;
beforeAll(async () => {
  api = await startApi({ clock });
  hr = await api.as('hr');
  hash = await adoptNational(hr);
});
afterAll(() => api.close());

const CONSULTATION = { heldOn: '2026-01-15', form: 'staff_congress', summary: '演示：听取意见' };
const counts = async () =>
  api.database.transactions.read(async ({ cycles, rulebooks, effects }) => ({
    cycles: (await cycles.list(null, { after: null, limit: 500 })).length,
    rulebooks: (await rulebooks.list()).length,
    outbox: (await effects.pendingOutbox(500)).length,
  }));

/** Nothing half done: whatever is refused leaves everything as it was. */
async function refused(work: () => Promise<{ status: number; body: Record<string, unknown> }>) {
  const before = await counts();
  const { body } = await work();
  expect(await counts()).toEqual(before);
  return body;
}

describe('POST /api/rulebooks', () => {
  it('adopts the national rulebook, and the same one again without change', async () => {
    const before = await counts();
    const again = await hr.post<{ hash: string }>('/api/rulebooks', { source: RULEBOOK });
    expect(again.status).toBe(201);
    expect(again.body).toMatchObject({ hash, id: 'cn-public-institution-2023', findings: [] });
    expect(await counts()).toEqual(before);
    const listed = await hr.get<{ items: unknown[] }>('/api/rulebooks');
    expect(listed.body.items).toEqual([expect.objectContaining({ hash, version: '2023.3' })]);
    expect((await hr.get(`/api/rulebooks/${hash}`)).body).toMatchObject({ format: 'kaoji-rulebook/1' });
    expect((await hr.get('/api/rulebooks/sha256:0000')).body).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    });
  });

  it.each([
    { fault: 'weights off 100', edit: ['weight: 30', 'weight: 31'], code: /WEIGHT/ },
    { fault: 'overlapping bands', edit: bandEdit(), code: /BAND/ },
    { fault: 'an unknown fact', edit: ['{ fact: first_job, op', '{ fact: no_such_fact, op'], code: /FACT/ },
  ])('refuses RULEBOOK_FINDINGS for $fault, with line and clause', async ({ edit, code }) => {
    const source = RULEBOOK.replace(edit[0] ?? '', edit[1] ?? '');
    expect(source).not.toBe(RULEBOOK);
    const body = await refused(() => hr.post('/api/rulebooks', { source }));
    expect(body).toMatchObject({ status: 422, code: 'RULEBOOK_FINDINGS' });
    const errors = body['errors'] as { code: string; line: number; message: string; messageZh: string }[];
    const found = errors.find((error) => code.test(error.code));
    expect(found).toMatchObject({ message: expect.any(String), messageZh: expect.any(String) });
    expect(found?.line).toBeGreaterThan(0);
  });

  it.each([
    { what: 'no YAML', source: 'a: [' },
    { what: 'no rulebook', source: 'hello: world' },
    { what: 'a YAML bomb', source: yamlBomb() },
  ])('refuses RULEBOOK_FINDINGS for $what', async ({ source }) => {
    const body = await refused(() => hr.upload('/api/rulebooks', 'text/yaml', source));
    expect(body).toMatchObject({ status: 422, code: 'RULEBOOK_FINDINGS' });
  });

  it('refuses RULEBOOK_EDITED for other rules under an adopted id and version', async () => {
    const source = RULEBOOK.replace('pointsEach: 3', 'pointsEach: 2');
    const body = await refused(() => hr.post('/api/rulebooks', { source }));
    expect(body).toMatchObject({ status: 409, code: 'RULEBOOK_EDITED' });
  });
});

describe('POST /api/cycles', () => {
  it('plans a rehearsal under the next free number, once per key', async () => {
    const first = await hr.post<{ id: string; run: string }>(
      '/api/cycles',
      plan(hash, { year: 2025 }),
      'plan-2025',
    );
    const again = await hr.post('/api/cycles', plan(hash, { year: 2025 }), 'plan-2025');
    const second = await hr.post('/api/cycles', plan(hash, { year: 2025 }));
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ run: 'rehearsal-1', key: `2025/${AREA}/rehearsal-1`, state: 'draft' });
    expect(again.body).toEqual(first.body);
    expect(second.body).toMatchObject({ run: 'rehearsal-2' });
    const viewed = await hr.get<{ units: unknown[] }>(`/api/cycles/${first.body.id}`);
    expect(viewed.body).toMatchObject({ state: 'draft', year: 2025, drawSeed: 'demo' });
    expect(viewed.body.units).toHaveLength(2);
  });

  it('gives two rehearsals planned at once two numbers', async () => {
    const both = await Promise.all([1, 2, 3].map(() => hr.post('/api/cycles', plan(hash, { year: 2021 }))));
    expect(both.map(({ body }) => body['run']).sort()).toEqual(['rehearsal-1', 'rehearsal-2', 'rehearsal-3']);
  });

  it('refuses DUPLICATE_CYCLE for a second real cycle of the same area and year', async () => {
    const real = plan(hash, { year: 2024, clock: { kind: 'calendar' } });
    expect((await hr.post('/api/cycles', real)).body).toMatchObject({ run: 'live', key: `2024/${AREA}` });
    const body = await refused(() => hr.post('/api/cycles', real));
    expect(body).toMatchObject({ status: 409, code: 'DUPLICATE_CYCLE' });
  });

  it('refuses IDEMPOTENCY_KEY_REUSED for a key that comes back with another plan', async () => {
    await hr.post('/api/cycles', plan(hash, { year: 2023 }), 'same');
    const body = await refused(() => hr.post('/api/cycles', plan(hash, { year: 2022 }), 'same'));
    expect(body).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it.each([
    { over: { areaId: OTHER_AREA }, status: 403, code: 'FORBIDDEN', why: "another area's officer" },
    {
      over: { rulebookHash: 'sha256:unknown' },
      status: 422,
      code: 'RULEBOOK_UNKNOWN',
      why: 'an unknown rulebook',
    },
    {
      over: { units: [{ unitId: 'unit-nowhere' }] },
      status: 422,
      code: 'UNIT_UNKNOWN',
      why: 'an unknown unit',
    },
    { over: { calendarId: 'mars' }, status: 422, code: 'CALENDAR_UNKNOWN', why: 'an unknown calendar' },
    {
      over: { units: [{ unitId: UNIT, facts: { no_such_fact: true } }] },
      status: 422,
      code: 'UNIT_FACTS_INVALID',
      why: 'an undeclared fact',
    },
    {
      over: { units: [{ unitId: UNIT, facts: { collective_merit_award: 'yes' } }] },
      status: 422,
      code: 'UNIT_FACTS_INVALID',
      why: 'a fact of the wrong type',
    },
    {
      over: { units: [{ unitId: UNIT }, { unitId: UNIT }] },
      status: 422,
      code: 'UNIT_FACTS_INVALID',
      why: 'a unit twice',
    },
    { over: { units: [] }, status: 400, code: 'REQUEST_INVALID', why: 'no unit at all' },
    { over: { surprise: 1 }, status: 400, code: 'REQUEST_INVALID', why: 'a field nobody asked for' },
    {
      over: { clock: { kind: 'rehearsal' } },
      status: 400,
      code: 'REQUEST_INVALID',
      why: 'a clock without a pace',
    },
  ])('refuses $code for $why', async ({ over, status, code }) => {
    const body = await refused(() => hr.post('/api/cycles', plan(hash, over)));
    expect(body).toMatchObject({ status, code });
  });
});

describe('consultation, publication, opening', () => {
  const step = (cycleId: string, verb: string, json?: unknown) =>
    hr.post(`/api/cycles/${cycleId}/${verb}`, json);

  it('goes from draft to open, the start waiting in the outbox, and repeats change nothing', async () => {
    const { cycleId } = await rosteredCycle(api);
    const before = (await counts()).outbox;
    expect((await step(cycleId, 'consultation', CONSULTATION)).body).toMatchObject({ state: 'consulted' });
    expect((await step(cycleId, 'consultation', CONSULTATION)).body).toMatchObject({ state: 'consulted' });
    expect((await step(cycleId, 'publish')).body).toMatchObject({ state: 'published' });
    expect((await step(cycleId, 'publish')).body).toMatchObject({ state: 'published' });
    const opened = await step(cycleId, 'open');
    expect(opened.status).toBe(202);
    expect(opened.body).toMatchObject({ state: 'open' });
    expect((await step(cycleId, 'open')).body).toEqual(opened.body);
    expect((await counts()).outbox).toBe(before + 1);
    for (const verb of ['publish', 'consultation']) {
      const again = await step(cycleId, verb, CONSULTATION);
      expect(again.body).toMatchObject({ status: 409, code: 'CYCLE_STATE' });
    }
  });

  it('refuses CONSULTATION_MISSING: a plan nobody was consulted on is not published', async () => {
    const cycleId = await draftCycle(hr);
    expect(await refused(() => step(cycleId, 'publish'))).toMatchObject({
      status: 409,
      code: 'CONSULTATION_MISSING',
    });
    expect((await hr.get(`/api/cycles/${cycleId}`)).body).toMatchObject({ state: 'draft' });
  });

  it('refuses PLAN_NOT_PUBLISHED before the publication', async () => {
    const cycleId = await draftCycle(hr);
    expect(await refused(() => step(cycleId, 'open'))).toMatchObject({
      status: 409,
      code: 'PLAN_NOT_PUBLISHED',
    });
  });

  it('refuses ROSTER_EMPTY with nobody to appraise', async () => {
    const cycleId = await draftCycle(hr);
    await step(cycleId, 'consultation', CONSULTATION);
    await step(cycleId, 'publish');
    expect(await refused(() => step(cycleId, 'open'))).toMatchObject({ status: 409, code: 'ROSTER_EMPTY' });
  });

  it.each([
    { heldOn: '2026-02-30', clock: 'rehearsal', code: 'CIVIL_DATE_INVALID' },
    { heldOn: '2031-01-01', clock: 'calendar', code: 'CIVIL_DATE_INVALID' },
    { heldOn: '30.1.2026', clock: 'rehearsal', code: 'REQUEST_INVALID' },
  ])('refuses $code for a consultation held on $heldOn', async ({ heldOn, clock: kind, code }) => {
    const over = kind === 'calendar' ? { year: 2019, clock: { kind } } : {};
    const cycleId = await draftCycle(hr, over);
    expect(await refused(() => step(cycleId, 'consultation', { ...CONSULTATION, heldOn }))).toMatchObject({
      code,
    });
  });

  it('refuses RULEBOOK_EDITED when the stored rulebook is no longer what was adopted', async () => {
    const own = await startApi();
    try {
      const officer = await own.as('hr');
      const other = 'sha256:0000000000000000000000000000000000000000000000000000000000000000';
      await own.database.transactions.run(({ rulebooks }) =>
        rulebooks.adopt({
          hash: other,
          rulebookId: 'x',
          rulebookVersion: '1',
          source: RULEBOOK,
          body: '{"format":"kaoji-rulebook/1"}',
          adoptedBy: 'account-hr',
          adoptedAt: 0,
        }),
      );
      const created = await officer.post('/api/cycles', plan(other));
      expect(created.body).toMatchObject({ status: 409, code: 'RULEBOOK_EDITED' });
    } finally {
      await own.close();
    }
  });
});

function bandEdit(): [string, string] {
  const bands = RULEBOOK.slice(RULEBOOK.indexOf('\nbands:'));
  const edge = /to: \{ value: (\d+), includes: false \}/.exec(bands)?.[0] ?? '(no open edge)';
  return [edge, edge.replace('false', 'true')];
}

function yamlBomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 12; level += 1) {
    lines.push(
      `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    );
  }
  return lines.join('\n');
}

// The last: whoever signs in clears ended sessions away, and in 2031 all of today's had ended.
describe('opening in a year nobody has a calendar for', () => {
  it('refuses CALENDAR_YEAR_UNKNOWN when the process would run out of the calendar', async () => {
    const { cycleId } = await rosteredCycle(api, { clock: { kind: 'calendar' } });
    now = Date.UTC(2025, 5, 1);
    const held = await hr.post(`/api/cycles/${cycleId}/consultation`, {
      ...CONSULTATION,
      heldOn: '2025-05-20',
    });
    expect(held.status).toBe(200);
    await hr.post(`/api/cycles/${cycleId}/publish`);
    now = Date.UTC(2031, 0, 5);
    const afresh = await api.stranger.post<{ token: string }>('/api/tokens', {
      username: 'hr',
      password: 'demo-password-1',
    });
    const late = await refused(() =>
      api.stranger.send(`/api/cycles/${cycleId}/open`, {
        method: 'POST',
        headers: { authorization: `Bearer ${afresh.body.token}` },
      }),
    );
    now = Date.now();
    expect(late).toMatchObject({ status: 409, code: 'CALENDAR_YEAR_UNKNOWN' });
  });
});
