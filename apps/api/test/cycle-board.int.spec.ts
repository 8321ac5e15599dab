import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkflowGateway } from '@kaoji/application';
import { inboxTaskId } from '@kaoji/application';
import type { CycleView, RemindedView, WaitingView } from '@kaoji/http-contract';
import { inboxTaskRecord } from '@kaoji/persistence/testing';
import { startApi, type TestApi } from './harness/api.js';
import { accountId, OTHER_UNIT, PASSWORD, UNIT, type Name } from './harness/places.js';
import { until } from './harness/until.js';
import { collectingCycle, setStage } from './harness/year.js';

const HOUR = 3_600_000;
const TAKES_ALL = new Proxy({} as WorkflowGateway, { get: () => () => Promise.resolve({ ok: true }) });

let api: TestApi;
let cycleId: string;
const path = (): string => `/api/cycles/${cycleId}`;

/** Something waits for these people; `due` in hours from now. */
async function waits(unitId: string, people: Partial<Record<Name, number>>): Promise<void> {
  const now = Date.now();
  await api.database.transactions.run(async ({ inbox }) => {
    for (const [name, due] of Object.entries(people) as [Name, number][]) {
      const source = `marking/${cycleId}/${unitId}/${name}`;
      const task = inboxTaskRecord({
        ...{ id: inboxTaskId(source, accountId(name), ''), accountId: accountId(name), kind: 'marking' },
        ...{ source, cycleId, unitId, step: null, since: now, dueAt: now + due * HOUR, count: 4 },
      });
      await inbox.project(source, 1, [task], now);
    }
  });
}

beforeAll(async () => {
  api = await startApi({ gateway: TAKES_ALL });
  ({ cycleId } = await collectingCycle(api));
  await waits(UNIT, { worker: -2, worker2: -1, supervisor: 1 });
  await waits(OTHER_UNIT, { worker3: -3 });
});
afterAll(() => api.close());

describe('GET /api/cycles/:cycleId', () => {
  it('counts, unit by unit, for how many people something waits and is overdue', async () => {
    const { body } = await (await api.as('worker')).get<CycleView>(path());
    expect(body.units.map(({ unitId, waiting, late }) => [unitId, waiting, late])).toEqual([
      [UNIT, 3, 2],
      [OTHER_UNIT, 1, 1],
    ]);
  });
});

describe('GET /api/cycles/:cycleId/waiting', () => {
  const asked = async (query: string, name: Name = 'hr') =>
    (await api.as(name)).get<WaitingView>(`${path()}/waiting${query}`);

  it('names whom the cycle waits for and for what, the longest overdue first', async () => {
    const { body } = await asked('');
    expect(body.items.map(({ name }) => name)).toEqual(['演示丙', '演示甲', '演示乙', 'supervisor']);
    expect(body.items[0]).toMatchObject({ kind: 'marking', unitName: '西片', overdue: true, count: 4 });
    expect(body.totals).toEqual({ people: 4, tasks: 4, overdue: 3 });
    expect(body.next).toBeNull();
  });

  it('gives one unit, one kind or what is late, page by page, with totals once', async () => {
    const { body: first } = await asked(`?unitId=${UNIT}&late=true&kind=marking&limit=1`);
    expect(first).toMatchObject({ items: [{ name: '演示甲' }], totals: { people: 2 } });
    const { body: second } = await asked(
      `?unitId=${UNIT}&late=true&kind=marking&limit=1&after=${first.next}`,
    );
    expect(second).toMatchObject({ items: [{ name: '演示乙' }], totals: null });
    expect((await asked('?kind=list')).body).toMatchObject({ items: [], totals: { people: 0 } });
  });

  it('is for HR and superiors: no supervisor learns who sits on a panel', async () => {
    for (const name of ['supervisor', 'worker', 'auditor', 'elsewhere'] as const) {
      expect((await asked('', name)).body).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect((await asked('', 'superior')).status).toBe(200);
    expect((await asked('?unitId=nowhere')).body).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('POST /api/cycles/:cycleId/reminders', () => {
  const remind = async (body: object, key?: string) =>
    (await api.as('hr')).post<RemindedView>(`${path()}/reminders`, body, key);

  it('reminds of each task once a day, says who cannot be written to, and writes to nobody in a rehearsal', async () => {
    const { body: first } = await remind({ late: true, unitId: UNIT }, 'remind-1');
    const rehearsed = { written: 0, writtenToday: 0, unreachable: [], rehearsal: true, left: 0 };
    expect(first).toEqual({ tasks: 2, people: 2, alreadyReminded: 0, ...rehearsed });
    expect((await remind({ late: true, unitId: UNIT }, 'remind-1')).body).toEqual(first);
    const { body: second } = await remind({ late: true });
    expect(second).toMatchObject({ tasks: 1, people: 1, alreadyReminded: 2 });
    expect(second.unreachable).toEqual([{ name: '演示丙', problem: 'NO_CONTACT' }]);
    const { body: list } = await (await api.as('hr')).get<WaitingView>(`${path()}/waiting?late=true`);
    expect(list.items.every(({ remindedAt }) => remindedAt !== null)).toBe(true);
  });

  it('reminds of named tasks only, and of nothing once the cycle is closed', async () => {
    const { body: list } = await (await api.as('hr')).get<WaitingView>(`${path()}/waiting`);
    const task = list.items.at(-1)?.id ?? '';
    expect((await remind({ late: false, tasks: [task] })).body).toMatchObject({ tasks: 1, people: 1 });
    await setStage(api, cycleId, { cycle: { state: 'closed' } });
    expect((await remind({ late: false })).body).toMatchObject({ code: 'CYCLE_STATE' });
    await setStage(api, cycleId, { cycle: { state: 'open' } });
  });
});

describe('closing the collection early', () => {
  it('needs a reason, which is kept with who closed and when, and shown to those who may list the unit', async () => {
    const [hr, supervisor] = [await api.as('hr'), await api.as('other_supervisor')];
    const close = (body: object) => hr.post(`${path()}/units/${UNIT}/close-collection`, body);
    expect((await close({})).body).toMatchObject({ code: 'REQUEST_INVALID' });
    expect((await close({ reason: '   ' })).body).toMatchObject({ code: 'REQUEST_INVALID' });
    expect((await close({ reason: '演示：材料已齐' })).body).toEqual({ done: true });
    const closings = { unitId: UNIT, reason: '演示：材料已齐', closedBy: accountId('hr'), name: 'hr' };
    expect((await hr.get(`${path()}/early-closings`)).body).toMatchObject({ items: [closings] });
    expect((await supervisor.get(`${path()}/early-closings`)).body).toEqual({ items: [] });
  });
});

describe('GET /api/cycles/:cycleId/events', () => {
  type Stream = { next(): Promise<string | null>; leave(): Promise<void>; readonly status: number };
  async function streamAs(token: string): Promise<Stream> {
    const answer = await fetch(`${api.url}${path()}/events`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const reader = answer.body?.getReader();
    const text = new TextDecoder();
    let heard = '';
    return {
      status: answer.status,
      leave: async () => reader?.cancel(),
      /** The next event, whole; null when the stream has ended. */
      next: async () => {
        for (;;) {
          const at = heard.indexOf('\n\n');
          const piece = heard.slice(0, at);
          if (at >= 0) heard = heard.slice(at + 2);
          if (at >= 0 && piece.startsWith('event:')) return piece;
          if (at >= 0) continue;
          const { value, done } = await (reader?.read() ?? Promise.resolve({ value: undefined, done: true }));
          if (done) return null;
          heard += text.decode(value, { stream: true });
        }
      },
    };
  }
  const tokenOf = async (username: Name): Promise<string> => {
    const json = { username, password: PASSWORD };
    const { body } = await api.stranger.send<{ token: string }>('/api/tokens', { method: 'POST', json });
    return body.token;
  };

  it('says where the cycle stands, and again whenever that changes', async () => {
    const stream = await streamAs(await tokenOf('superior'));
    expect(await stream.next()).toContain('"state":"collecting"');
    await setStage(api, cycleId, { unit: { state: 'deliberating' } });
    expect(await stream.next()).toContain('"state":"deliberating"');
    await stream.leave();
  });

  it('ends with the session', async () => {
    const token = await tokenOf('superior');
    const stream = await streamAs(token);
    await stream.next();
    await api.stranger.send('/api/sessions/current', {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    });
    let last: string | null = '';
    for (let event = await stream.next(); event !== null; event = await stream.next()) last = event;
    expect(last).toContain('event: ended');
  });

  it('is given three times to a session and not a fourth; one that was left is free again', async () => {
    const token = await tokenOf('superior');
    const three = [await streamAs(token), await streamAs(token), await streamAs(token)];
    expect(three.map(({ status }) => status)).toEqual([200, 200, 200]);
    const refused = await api.stranger.send(`${path()}/events`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(refused).toMatchObject({ status: 429, body: { code: 'TOO_MANY_STREAMS' } });
    await three[0]?.leave();
    const again = await until(
      'a place is free',
      () => streamAs(token),
      ({ status }) => status === 200,
    );
    for (const stream of [...three, again]) await stream.leave();
  });

  it('is for whoever may read the cycle', async () => {
    expect((await streamAs(await tokenOf('elsewhere'))).status).toBe(403);
  });
});
