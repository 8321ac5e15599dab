import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TASK_KINDS, type InboxTask } from '@kaoji/application';
import {
  taskKindSchema,
  type FeedAddress,
  type InboxCountsView,
  type InboxItemView,
} from '@kaoji/http-contract';
import { startApi, type Person, type TestApi } from './harness/api.js';
import { UNIT, accountId, type Name } from './harness/places.js';
import { collectingCycle } from './harness/year.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
let api: TestApi;
let hr: Person;
/** Thursday, 30 April 2026, 10:00 in Shanghai: 1 to 5 May is a holiday, Saturday the 9th a working day. */
let now = Date.UTC(2026, 3, 30, 2);
beforeAll(async () => {
  api = await startApi({ clock: { now: () => now } });
  hr = await api.as('hr');
});
afterAll(() => api.close());

type Page = { readonly items: readonly InboxItemView[]; readonly next: string | null };
const inboxOf = async (name: Name, query = ''): Promise<Page> =>
  (await (await api.as(name)).get<Page>(`/api/inbox${query}`)).body;
const asked = async () => {
  const cycle = await collectingCycle(api);
  await hr.post(`/api/cycles/${cycle.cycleId}/mark-requests/default`);
  return cycle;
};
/** The only cycle here by the calendar: there is one live one a year. */
let live: ReturnType<typeof collectingCycle> | undefined;
const byCalendar = () => (live ??= collectingCycle(api, { clock: { kind: 'calendar' } }));
let sources = 0;
/** Puts something into an inbox as whoever makes it wait would. */
const waits = async (cycleId: string, own: Partial<InboxTask> = {}): Promise<string> => {
  const source = `test/${(sources += 1)}`;
  const task: InboxTask = {
    ...{
      id: `task-${sources}`,
      accountId: accountId('supervisor'),
      kind: 'list',
      as: 'self',
      onBehalfOf: null,
    },
    ...{
      source,
      version: 1,
      cycleId,
      unitId: UNIT,
      appraisalId: null,
      step: 'supervisor',
      verbs: ['approve'],
    },
    ...{ since: now, dueAt: now + DAY_MS, ifNothing: 'superior_told' },
    ...own,
  };
  await api.database.transactions.run(({ inbox }) => inbox.project(source, 1, [task], now));
  return task.id;
};

describe('GET /api/inbox', () => {
  it('knows every kind of task there is', () => {
    expect(taskKindSchema.options).toEqual([...TASK_KINDS]);
  });

  it('says what waits for me, since when, until when, and what happens if I do nothing', async () => {
    const { cycleId } = await asked();
    const { items } = await inboxOf('panel', `?cycleId=${cycleId}&unitId=${UNIT}`);
    expect(items).toEqual([
      expect.objectContaining({
        kind: 'panel_marking',
        title: { zh: '评议小组评分', en: 'Panel marks to give' },
        as: 'self',
        onBehalfOf: null,
        unitName: '东片',
        year: 2026,
        count: 2,
        since: now,
        verbs: ['mark'],
        ifNothing: 'counts_as_missing',
      }),
    ]);
    expect(items[0]!.ifNothingText.zh).toContain('缺项');
  });

  it('counts down with every mark given, and is empty with the last', async () => {
    const { cycleId, appraisalOf } = await asked();
    const give = async (...people: readonly string[]) => {
      const marks = people.map((person) => ({
        ...{ appraisalId: appraisalOf(person), part: 'political_quality.panel', value: '90', version: 1 },
      }));
      expect(await (await api.as('panel')).post('/api/marks', { marks })).toMatchObject({ status: 200 });
    };
    const left = async () =>
      (await inboxOf('panel', `?cycleId=${cycleId}`)).items.map(({ unitId, count }) => `${unitId} ${count}`);
    expect((await left()).toSorted()).toEqual(['unit-east 2', 'unit-west 1']);
    await give('person-1', 'person-3');
    expect(await left()).toEqual(['unit-east 1']);
    await give('person-2');
    expect(await left()).toEqual([]);
  });

  it('names the person it is about to those who may know names, and to that person, and to nobody else', async () => {
    const { cycleId, appraisalOf } = await asked();
    const appraisalId = appraisalOf('person-1');
    for (const name of ['supervisor', 'panel', 'worker'] as const) {
      await waits(cycleId, { accountId: accountId(name), appraisalId, kind: 'result' });
    }
    const nameFor = async (name: Name) =>
      (await inboxOf(name, `?cycleId=${cycleId}&kind=result`)).items.map(({ personName }) => personName);
    expect(await nameFor('supervisor')).toEqual(['演示甲']);
    expect(await nameFor('worker')).toEqual(['演示甲']);
    expect(await nameFor('panel')).toEqual([null]);
  });

  it('shows a standing deputy the approvals of their principal for as long as they stand in, and no other task', async () => {
    const { cycleId } = await collectingCycle(api);
    const [principal, deputy] = [accountId('supervisor2'), accountId('supervisor3')];
    await waits(cycleId, { accountId: principal });
    await waits(cycleId, { accountId: principal, kind: 'result' });
    const given = { reason: null, givenAt: now, endedAt: null };
    await api.database.transactions.run(({ approvals }) =>
      approvals.insertDeputy({ id: 'd', principal, deputy, fromAt: now, untilAt: now + HOUR_MS, ...given }),
    );
    const query = `?cycleId=${cycleId}`;
    const { items } = await inboxOf('supervisor3', query);
    expect(items.map(({ kind, as, onBehalfOf }) => ({ kind, as, onBehalfOf }))).toEqual([
      { kind: 'list', as: 'deputy', onBehalfOf: { accountId: principal, name: '演示主管' } },
    ]);
    now += 2 * HOUR_MS;
    expect((await inboxOf('supervisor3', query)).items).toEqual([]);
  });

  it('pages by due date, those without one last, and tells the overdue apart', async () => {
    const { cycleId } = await collectingCycle(api);
    const mine = { accountId: accountId('superior') };
    const ids = [
      await waits(cycleId, { ...mine, dueAt: now + 3 * DAY_MS }),
      await waits(cycleId, { ...mine, dueAt: null }),
      await waits(cycleId, { ...mine, dueAt: now - 1 }),
    ];
    const first = await inboxOf('superior', `?limit=2&cycleId=${cycleId}`);
    expect(first.items.map(({ id, overdue }) => [id, overdue])).toEqual([
      [ids[2], true],
      [ids[0], false],
    ]);
    const second = await inboxOf('superior', `?limit=2&cycleId=${cycleId}&after=${first.next}`);
    expect(second).toMatchObject({ items: [{ id: ids[1], dueAt: null, workingDaysLeft: null }], next: null });
    expect((await inboxOf('superior', '?overdue=true')).items.map(({ id }) => id)).toEqual([ids[2]]);
    expect((await (await api.as('superior')).get<InboxCountsView>('/api/inbox/counts')).body).toEqual({
      open: 3,
      overdue: 1,
      kinds: [{ kind: 'list', open: 3, overdue: 1 }],
    });
  });

  it('counts working days by the calendar the cycle pinned: none on a holiday, one on a make-up day', async () => {
    const { cycleId } = await byCalendar();
    await waits(cycleId, { accountId: accountId('other_supervisor'), dueAt: Date.UTC(2026, 4, 9, 16) - 1 });
    const { items } = await inboxOf('other_supervisor', `?cycleId=${cycleId}`);
    expect(items[0]).toMatchObject({ workingDaysLeft: 4 });
  });

  it('refuses a question it does not know', async () => {
    for (const query of ['?kind=coffee', '?limit=0', '?after=x', '?overdue=yes', '?who=me'])
      expect((await hr.get(`/api/inbox${query}`)).status).toBe(400);
  });
});

describe('the calendar of deadlines', () => {
  const renew = async (person: Person) => (await person.put<FeedAddress>('/api/inbox/feed', {})).body.path;

  it('is read by its secret address without signing in, and holds no name', async () => {
    const { cycleId, appraisalOf } = await byCalendar();
    const auditor = await api.as('auditor');
    const dueAt = Date.UTC(2026, 10, 30, 16) - 1; // the end of the 30th in Shanghai
    const task = { accountId: accountId('auditor'), appraisalId: appraisalOf('person-1'), dueAt };
    const id = await waits(cycleId, task);
    await waits(cycleId, { ...task, dueAt: null });
    const answer = await api.stranger.get(await renew(auditor));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.text.match(/^UID:.*$/gm)).toEqual([`UID:${id}@kaoji`]);
    expect(answer.text).toContain('DTSTART;VALUE=DATE:20261130');
    expect(answer.text).toContain('审批名单');
    expect(answer.text.replaceAll('\r\n ', '')).not.toMatch(/演示甲|person-1|account-/);
  });

  it('has one address: a new one ends the one before, revoking ends it, and it is kept as a hash', async () => {
    const worker = await api.as('worker3');
    expect((await worker.get('/api/inbox/feed')).body).toEqual({ createdAt: null });
    const [first, second] = [await renew(worker), await renew(worker)];
    expect((await api.stranger.get(first)).body).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect((await api.stranger.get(second)).status).toBe(200);
    expect((await worker.get('/api/inbox/feed')).body).toEqual({ createdAt: now });
    const stored = await api.database.transactions.read(({ inbox }) => inbox.feedOf(accountId('worker3')));
    expect(second).not.toContain(stored!.secretHash);
    expect((await worker.send('/api/inbox/feed', { method: 'DELETE' })).status).toBe(204);
    expect((await api.stranger.get(second)).status).toBe(404);
    expect(JSON.stringify(api.events)).not.toContain(second.split('=')[1]);
  });
});
