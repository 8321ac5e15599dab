import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Account } from '@kaoji/application';
import { endpoints, type MarkingItem, type PanelListView, type PanelReportView } from '@kaoji/http-contract';
import { startApi, type Answer, type Person, type TestApi } from './harness/api.js';
import { AREA, UNIT, accountId, type Name } from './harness/places.js';
import { collectingCycle, setStage } from './harness/year.js';

const PART = 'political_quality.panel';
const ROLE = 'panel_member';
const MORE = ['panel2', 'panel3', 'panel4', 'panel5'] as const;
type Member = 'panel' | (typeof MORE)[number];
const MEMBERS: readonly Member[] = ['panel', ...MORE];
const idOf = (member: Member): string => accountId(member as Name);
let api: TestApi;
let hr: Person;
beforeAll(async () => {
  api = await startApi();
  await api.database.transactions.run(async ({ accounts }) => {
    const known = await accounts.byUsername('panel');
    if (known === null) throw new Error('the demo has a panel member');
    const grants = [{ role: ROLE, areaId: AREA, unitId: null }] as const;
    await accounts.insertMany(
      MORE.map((username): Account => ({ ...known, id: accountId(username as Name), username, grants })),
    );
  });
  hr = await api.as('hr');
});
afterAll(() => api.close());

type Cycle = Awaited<ReturnType<typeof collectingCycle>>;
type Panel = PanelListView['items'][number];
const as = (member: Member | Name): Promise<Person> => api.as(member as Name);
const panelOf = async ({ cycleId }: Cycle): Promise<Panel> => {
  const { body } = await hr.get<PanelListView>(`/api/cycles/${cycleId}/panels`);
  const found = body.items.find(({ part, unitId }) => part === PART && unitId === UNIT);
  if (found === undefined) throw new Error('no panel');
  return found;
};
const asked = async (before: (cycle: Cycle) => Promise<unknown> = async () => null): Promise<Cycle> => {
  const cycle = await collectingCycle(api);
  await before(cycle);
  await hr.post(`/api/cycles/${cycle.cycleId}/mark-requests/default`);
  return cycle;
};
const seatsOf = async (member: Member, cycle: Cycle): Promise<readonly MarkingItem[]> =>
  (await (await as(member)).get<{ items: MarkingItem[] }>(`/api/cycles/${cycle.cycleId}/marking`)).body.items;
const sitting = async (cycle: Cycle, appraisalId: string): Promise<readonly Member[]> => {
  const found: Member[] = [];
  for (const member of MEMBERS) {
    if ((await seatsOf(member, cycle)).some((item) => item.appraisalId === appraisalId)) found.push(member);
  }
  return found;
};
const give = async (
  member: Member,
  appraisalId: string,
  value: string,
  over: Record<string, unknown> = {},
): Promise<Answer> =>
  (await as(member)).post('/api/marks', { marks: [{ appraisalId, part: PART, value, version: 1, ...over }] });
const declare = (appraisalId: string, member: Member, kind = 'relative') =>
  hr.post(`/api/appraisals/${appraisalId}/interests`, { accountId: idOf(member), kind });

describe('who sits', () => {
  it('whom HR names, in that order; refuses PANEL_INVALID without the role, twice or below the quorum', async () => {
    const cycle = await collectingCycle(api);
    const path = `/api/cycles/${cycle.cycleId}/units/${UNIT}/panels`;
    const name = (members: readonly string[]) => hr.post(path, { part: PART, role: ROLE, members });
    for (const members of [
      [idOf('panel'), idOf('panel2'), accountId('peer')],
      [idOf('panel'), idOf('panel2'), idOf('panel2')],
      [idOf('panel'), idOf('panel2')],
    ]) {
      expect((await name(members)).body).toMatchObject({ status: 422, code: 'PANEL_INVALID' });
    }
    const members = (['panel5', 'panel4', 'panel3'] as const).map(idOf);
    // Three named for four seats: the reserve fills the last.
    expect((await name(members)).body).toMatchObject({ seats: 8, conflicts: 0, short: 0 });
    expect((await name(members)).body).toMatchObject({ status: 409, code: 'DUPLICATE_PANEL' });
    const requests = [
      { appraisalId: cycle.appraisalOf('person-1'), part: PART, role: ROLE, raterId: idOf('panel2') },
    ];
    const more = await hr.put<{ errors: unknown }>(`/api/cycles/${cycle.cycleId}/mark-requests`, {
      requests,
    });
    expect(more.body.errors).toMatchObject([{ code: 'PANEL_NAMED' }]);
  });

  it('is never chosen by an HR officer who is appraised there', async () => {
    const cycle = await asked();
    const appraisalId = cycle.appraisalOf('person-1');
    const { id } = await panelOf(cycle);
    const appraised = await as('hr_appraised');
    const member = idOf('panel');
    for (const [path, body] of [
      [
        `/api/cycles/${cycle.cycleId}/units/${UNIT}/panels`,
        { part: 'grid.service', role: 'peer', members: [accountId('peer'), accountId('worker2')] },
      ],
      [`/api/panels/${id}/absences`, { accountId: member, appraisalId, reason: '演示' }],
      [`/api/appraisals/${appraisalId}/interests`, { accountId: member, kind: 'relative' }],
    ] as const) {
      const { body: refused } = await appraised.post(path, body);
      expect([path, refused['code']]).toEqual([path, 'FORBIDDEN']);
    }
  });

  it('whoever counted points about somebody before does not judge them', async () => {
    const cycle = await collectingCycle(api);
    const appraisalId = cycle.appraisalOf('person-1');
    await api.database.transactions.run(({ marks }) =>
      marks.appendAdjustments([
        {
          ...{ appraisalId, item: 'bonus.innovation', times: 1, evidence: ['doc-1'], version: 1 },
          ...{ recordedBy: idOf('panel'), recordedAt: 1 },
        },
      ]),
    );
    await hr.post(`/api/cycles/${cycle.cycleId}/mark-requests/default`);
    expect(await sitting(cycle, appraisalId)).not.toContain('panel');
    expect((await panelOf(cycle)).stoodDown).toMatchObject([{ cause: 'took_part' }]);
  });
});

describe('leaving a seat', () => {
  it('a member recuses themself for one appraisee with a reason; HR replaces who is absent; both stay on record', async () => {
    const cycle = await asked();
    const { id } = await panelOf(cycle);
    const [one, two] = [cycle.appraisalOf('person-1'), cycle.appraisalOf('person-2')];
    const member = await as('panel');
    const recuse = (reason: string) =>
      member.post(`/api/panels/${id}/recusals`, { appraisalId: one, reason });
    expect((await recuse(' ')).status).toBe(400);
    expect((await recuse('演示：曾共事')).body).toEqual({ replaced: 1, empty: 0 });
    expect((await recuse('演示：曾共事')).body).toMatchObject({ status: 409, code: 'PANEL_NOT_SEATED' });
    const absent = { accountId: idOf('panel3'), reason: '演示：病假' };
    // Nobody is left for the first appraisee; the fifth member takes the seat for the second.
    expect((await hr.post(`/api/panels/${id}/absences`, absent)).body).toEqual({ replaced: 1, empty: 1 });
    expect(await sitting(cycle, one)).toEqual(['panel2', 'panel4', 'panel5']);
    expect(await sitting(cycle, two)).toEqual(['panel', 'panel2', 'panel4', 'panel5']);
    const trace = (await panelOf(cycle)).stoodDown.map(
      ({ cause, reason, decidedBy, replacedBy }) => `${cause} ${reason} ${decidedBy} ${replacedBy}`,
    );
    expect(trace.sort()).toEqual([
      `absent 演示：病假 ${accountId('hr')} ${idOf('panel5')}`,
      `absent 演示：病假 ${accountId('hr')} null`,
      `recused 演示：曾共事 ${idOf('panel')} ${idOf('panel5')}`,
    ]);
  });

  it('an appraisee asks that a member stand aside; the superior decides, once', async () => {
    const cycle = await asked();
    const { id } = await panelOf(cycle);
    const appraisalId = cycle.appraisalOf('person-1');
    const [worker, superior] = [await as('worker'), await as('superior')];
    const own = await worker.get<{ items: { panelId: string; members: { account: string }[] }[] }>(
      `/api/appraisals/${appraisalId}/panels`,
    );
    expect(own.body.items.find(({ panelId }) => panelId === id)?.members).toHaveLength(4);
    const ask = (member: Member) => ({ appraisalId, accountId: idOf(member), reason: '演示：有过纠纷' });
    const challenge = `/api/panels/${id}/challenges`;
    expect((await (await as('worker2')).post(challenge, ask('panel'))).body).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect((await worker.post(challenge, ask('panel5'))).body).toMatchObject({ code: 'PANEL_NOT_SEATED' });
    for (const member of ['panel', 'panel2'] as const) {
      expect((await worker.post(challenge, ask(member))).body).toEqual({ done: true });
    }
    expect((await worker.post(challenge, ask('panel'))).body).toMatchObject({ code: 'DUPLICATE_CHALLENGE' });
    const waiting = async () => {
      const of = `?kind=panel_challenge&cycleId=${cycle.cycleId}`;
      const { body } = await superior.get<{ items: { appraisalId: string }[] }>(`/api/inbox${of}`);
      return body.items.map((item) => item.appraisalId);
    };
    expect(await waiting()).toEqual([appraisalId, appraisalId]);
    const answer = (member: Member, verdict: string) =>
      superior.post(`${challenge}/answers`, { ...ask(member), verdict, reason: '演示：已核实' });
    expect((await answer('panel', 'granted')).body).toEqual({ done: true });
    expect(await waiting()).toEqual([appraisalId]);
    expect((await answer('panel2', 'refused')).body).toEqual({ done: true });
    expect(await waiting()).toEqual([]);
    expect((await answer('panel2', 'granted')).body).toMatchObject({ code: 'CHALLENGE_ANSWERED' });
    expect(await sitting(cycle, appraisalId)).toEqual(['panel2', 'panel3', 'panel4', 'panel5']);
    const { challenges } = await panelOf(cycle);
    expect(challenges.map(({ verdict }) => verdict).sort()).toEqual(['granted', 'refused']);
  });

  it('refuses COLLECTION_CLOSED once marks can no longer be given', async () => {
    const cycle = await asked();
    const { id } = await panelOf(cycle);
    await setStage(api, cycle.cycleId, { unit: { state: 'composed' } });
    const body = { appraisalId: cycle.appraisalOf('person-1'), reason: '演示' };
    const late = await (await as('panel')).post(`/api/panels/${id}/recusals`, body);
    expect(late.body).toMatchObject({ status: 409, code: 'COLLECTION_CLOSED' });
  });
});

describe('marking in a panel', () => {
  it('shows evidence, anchors and bounds, and waits in the inbox as panel marking', async () => {
    const cycle = await asked();
    const own = cycle.appraisalOf('person-1');
    const item = (await seatsOf('panel', cycle)).find(({ appraisalId }) => appraisalId === own);
    expect(item).toMatchObject({ reasonBounds: { atLeast: '95', atMost: '40' }, evidence: [] });
    expect(item?.anchors.map(({ atLeast }) => atLeast)).toEqual(['90', '75', '60', '0']);
    expect(item?.panelId).toBe((await panelOf(cycle)).id);
    const inbox = await (await as('panel')).get<{ items: { kind: string; cycleId: string }[] }>('/api/inbox');
    const here = inbox.body.items.filter(({ cycleId }) => cycleId === cycle.cycleId);
    expect(here.map(({ kind }) => kind)).toEqual(['panel_marking', 'panel_marking']); // two units
  });

  it.each(['95', '100', '40', '0'])(
    'refuses REASON_REQUIRED for %s without a reason, stating the bounds',
    async (value) => {
      const cycle = await asked();
      const appraisalId = cycle.appraisalOf('person-1');
      for (const reason of [undefined, null, '  ']) {
        expect((await give('panel', appraisalId, value, { reason })).body).toMatchObject({
          ...{ status: 422, code: 'REASON_REQUIRED' },
          detail: expect.stringMatching(/95 .* 40/),
        });
      }
      expect((await give('panel', appraisalId, value, { reason: '演示：有记录' })).body).toEqual({
        marked: 1,
      });
    },
  );
});

describe('blindness', () => {
  const SECRET = '83.417';
  const WHY = '演示：只有本人知道的理由';
  // Every read but those that say nothing of a cycle: the service itself, rulebooks, problems, templates.
  const reads = Object.values(endpoints).flatMap(({ method, path }) =>
    method === 'GET' &&
    /cycle|apprais|panel|unit|inbox|person|notice|ledger|me$/.test(path) &&
    !path.endsWith('/history')
      ? [path]
      : [],
  );

  it('no read shows one member’s mark to anybody else before all are in: every endpoint, every account', async () => {
    const cycle = await asked();
    const { id } = await panelOf(cycle);
    const appraisalId = cycle.appraisalOf('person-1');
    await give('panel', appraisalId, SECRET, { reason: WHY });
    // One account of each role, another member, a colleague who is appraised, and the appraisee.
    const others: readonly (Name | Member)[] = [
      ...(['hr', 'supervisor', 'superior', 'peer', 'reviewer', 'auditor', 'operator'] as const),
      ...(['panel2', 'worker', 'worker2'] as const),
    ];
    const fill = (path: string): string =>
      path
        .replace(':appraisalId', appraisalId)
        .replace(':cycleId', cycle.cycleId)
        .replace(':unitId', UNIT)
        .replace(':panelId', id)
        .replace(':areaId', AREA)
        .replace(/:\w+/g, 'no-such-thing');
    let answered = 0;
    const tellsNothing = async (name: Name | Member): Promise<void> => {
      const person = await as(name);
      for (const path of reads) {
        const { text, status } = await person.get(fill(path));
        if (status === 200) answered += 1;
        if (text.includes(SECRET) || text.includes(WHY)) throw new Error(`${path} tells ${name}`);
      }
    };
    await Promise.all(others.map(tellsNothing));
    expect(answered).toBeGreaterThan(others.length);
    const refused = await hr.get(`/api/panels/${id}/report`);
    expect(refused.body).toMatchObject({ status: 409, code: 'PANEL_BLIND' });
  });

  it('ends with the window: then the report says who was lenient, and a panel that gave too few says so', async () => {
    const cycle = await asked();
    const { id } = await panelOf(cycle);
    const [one, two] = [cycle.appraisalOf('person-1'), cycle.appraisalOf('person-2')];
    for (const [member, value] of [
      ['panel', '90'],
      ['panel2', '80'],
      ['panel3', '70'],
    ] as const) {
      await give(member, one, value);
    }
    await give('panel', two, '90');
    expect((await panelOf(cycle)).blind).toBe(true);
    await setStage(api, cycle.cycleId, { unit: { collectionClosesAt: Date.now() - 1 } });
    const { blind, people, minimum } = await panelOf(cycle);
    expect([blind, minimum]).toEqual([false, 3]);
    const missing = new Map(people.map((person) => [person.appraisalId, person.missing]));
    expect([missing.get(one), missing.get(two)]).toEqual([false, true]);
    for (const name of ['hr', 'superior', 'auditor'] as const) {
      const { body } = await (await as(name)).get<PanelReportView>(`/api/panels/${id}/report`);
      expect(body.raters.map(({ rater, leniency }) => [rater, leniency])).toEqual([
        [idOf('panel'), '10'],
        [idOf('panel2'), '0'],
        [idOf('panel3'), '-10'],
      ]);
    }
    for (const name of ['panel', 'supervisor', 'worker'] as const) {
      expect((await (await as(name)).get(`/api/panels/${id}/report`)).status).toBe(403);
    }
  });

  it('ends when all marks are in, for those who cannot change one', async () => {
    const cycle = await asked();
    const { id } = await panelOf(cycle);
    for (const person of ['person-1', 'person-2']) {
      for (const member of MEMBERS.slice(0, 4)) await give(member, cycle.appraisalOf(person), '80');
    }
    expect((await panelOf(cycle)).blind).toBe(false);
    expect((await hr.get(`/api/panels/${id}/report`)).status).toBe(200);
  });
});

// Last: a tie is about people, not about one cycle, and is not taken back.
describe('ties', () => {
  it('of the first four with the role, whoever is tied to an appraisee is replaced by the system, on record', async () => {
    const cycle = await asked((one) => declare(one.appraisalOf('person-1'), 'panel2'));
    const [first, second] = [cycle.appraisalOf('person-1'), cycle.appraisalOf('person-2')];
    expect(await sitting(cycle, first)).toEqual(['panel', 'panel3', 'panel4', 'panel5']);
    expect(await sitting(cycle, second)).toEqual(['panel', 'panel2', 'panel3', 'panel4']);
    expect((await panelOf(cycle)).stoodDown).toEqual([
      expect.objectContaining({
        ...{ appraisalId: first, raterId: idOf('panel2'), cause: 'relative' },
        ...{ replacedBy: idOf('panel5'), decidedBy: null },
      }),
    ]);
  });

  it('a tie declared after marking takes the mark with it: it never counts, and the next member is asked', async () => {
    const cycle = await asked();
    const appraisalId = cycle.appraisalOf('person-2');
    await give('panel', appraisalId, '77');
    await give('panel2', appraisalId, '81');
    const marks = () =>
      api.database.transactions.read((stores) => stores.marks.currentOfUnit(cycle.cycleId, UNIT));
    expect((await marks()).map(({ value }) => value).sort()).toEqual(['77', '81']);
    expect((await declare(appraisalId, 'panel', 'competing')).body).toEqual({ done: true });
    expect((await marks()).map(({ value }) => value)).toEqual(['81']);
    expect(await sitting(cycle, appraisalId)).toEqual(['panel2', 'panel3', 'panel4', 'panel5']);
    const again = await give('panel', appraisalId, '78', { version: 2 });
    expect(again.body).toMatchObject({ status: 403, code: 'MARK_NOT_REQUESTED' });
  });
});
