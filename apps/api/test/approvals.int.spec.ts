import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActListView, ApprovalView, UnitListView } from '@kaoji/http-contract';
import type { Answer } from './harness/api.js';
import { showList } from './harness/deciding.js';
import { refusal } from './harness/flow.js';
import { UNIT, accountId, type Name } from './harness/places.js';
import { terminalOf } from './harness/terminal.js';
import { startVoting, type Voting } from './harness/voting.js';

const FIRST = 'approval.supervisor';
const SECOND = 'approval.leading_group';

let voting: Voting;
beforeAll(async () => {
  voting = await startVoting();
});
afterAll(() => voting.close());

type List = {
  readonly path: string;
  readonly own: string; // path of somebody's appraisal who is on the list
  readonly act: (name: Name, over: Record<string, unknown>, key?: string) => Promise<Answer>;
  readonly shown: () => Promise<ApprovalView>;
  readonly acknowledged: readonly { readonly appraisalId: string; readonly reason: string }[];
  /** Who waits in whose inbox, by account. */
  readonly waiting: (name: Name) => Promise<readonly string[]>;
};

/** A list that waits for the supervisors of the unit; the one of them who is on it stands aside. */
async function list(): Promise<List> {
  const vote = await voting.cycle();
  const { hash } = await vote.counted(4);
  const hr = await voting.api.as('hr');
  await hr.post(`/api/surveys/${vote.campaignId}/count/confirm`, { countHash: hash });
  await showList(voting, vote.cycleId);
  const path = `/api/cycles/${vote.cycleId}/units/${UNIT}`;
  const { body } = await hr.get<UnitListView>(`${path}/list`);
  return {
    path,
    own: `/api/appraisals/${vote.appraisalOf('person-1')}`,
    act: async (name, over, key) =>
      (await voting.api.as(name)).post(
        `${path}/acts`,
        { round: 1, listHash: body.listHash, step: FIRST, ...over },
        key,
      ),
    shown: async () => (await hr.get<ApprovalView>(`${path}/approval`)).body,
    acknowledged: body.people.map(({ appraisalId }) => ({ appraisalId, reason: '演示：看过区间' })),
    waiting: async (name) => {
      const { transactions } = voting.api.database;
      const tasks = await transactions.read(({ inbox }) => inbox.ofSource(`list/${vote.cycleId}/${UNIT}/1`));
      return tasks.filter((task) => task.accountId === accountId(name)).map(({ verbs }) => verbs.join(' '));
    },
  };
}

describe('a seat', () => {
  it('goes to somebody else for good, whose inbox then holds it; never to somebody on the list', async () => {
    const { act, shown, waiting } = await list();
    const transfer = (to: Name) => ({ verb: 'transfer', to: [accountId(to)] });
    expect(refusal(await act('supervisor', transfer('hr_appraised')))).toBe('403 RECUSED');
    expect(refusal(await act('supervisor', transfer('worker')))).toBe('422 ACCOUNT_UNKNOWN');
    expect(refusal(await act('supervisor', transfer('supervisor3')))).toBe('409 SEAT_TAKEN');
    expect((await act('supervisor', transfer('panel'))).status).toBe(200);
    expect((await waiting('panel'))[0]).toMatch(/^approve/);
    expect(await waiting('supervisor')).toEqual([]);
    const seats = (await shown()).seats.map(({ holder, state }) => `${holder} ${state}`);
    expect(seats).toContain('account-panel waiting');
  });

  it('lets whoever got it read the list, and nobody else of their role', async () => {
    const { act, path } = await list();
    const panel = await voting.api.as('panel');
    expect(refusal(await panel.get(`${path}/list`))).toBe('403 FORBIDDEN');
    await act('supervisor', { verb: 'delegate', to: [accountId('panel')] });
    expect((await panel.get(`${path}/list`)).status).toBe(200);
  });

  it('of somebody who leaves is handed over by HR, with a reason, and by nobody else', async () => {
    const { act, waiting } = await list();
    const handOver = { verb: 'hand_over', to: [accountId('supervisor'), accountId('panel')] };
    expect(refusal(await act('supervisor3', { ...handOver, reason: '演示' }))).toBe('403 FORBIDDEN');
    expect(refusal(await act('hr', handOver))).toBe('422 REASON_REQUIRED');
    expect((await act('hr', { ...handOver, reason: '演示：调离' })).status).toBe(200);
    expect(await waiting('panel')).toHaveLength(1);
  });
});

describe('at a terminal', () => {
  it('a list that waits is claimed; the same key hears the same answer, and another act changes nothing', async () => {
    const { path, waiting } = await list();
    const kaoji = await terminalOf(voting.api, 'supervisor');
    const cycleId = path.split('/')[3] ?? '';
    const inbox = await kaoji('inbox', '--cycle', cycleId, '--json');
    const [task] = (JSON.parse(inbox.out) as { items: { id: string; kind: string }[] }).items.filter(
      ({ kind }) => kind === 'list',
    );
    const claim = ['act', task?.id.slice(0, 12) ?? '', 'claim', '--key', 'terminal-claim', '--json'];
    const first = await kaoji(...claim);
    expect(first).toMatchObject({ err: '', exitCode: 0 });
    expect(JSON.parse(first.out)).toMatchObject({ step: FIRST, seq: 1 });
    expect(await kaoji(...claim)).toEqual(first);
    expect(await waiting('supervisor')).toEqual([expect.stringMatching(/unclaim/)]);
    const told = await kaoji('act', task?.id ?? '', 'unclaim');
    expect(told).toMatchObject({ err: '', exitCode: 0, out: expect.stringMatching(/\S/) });
    expect(await waiting('supervisor')).toEqual([expect.stringMatching(/^approve/)]);
  });
});

describe('what cannot be done', () => {
  it('is refused with a code of its own, and leaves nothing behind', async () => {
    const { act, path } = await list();
    const reason = '演示';
    const code = async (name: Name, over: Record<string, unknown>) => refusal(await act(name, over));
    expect(await code('supervisor', { verb: 'unclaim' })).toBe('409 NOT_CLAIMED');
    expect(await code('supervisor', { verb: 'abstain' })).toBe('409 VERB_NOT_ALLOWED');
    expect(await code('supervisor', { verb: 'return', returnTo: 'nowhere', reason })).toBe(
      '422 RETURN_TARGET_UNKNOWN',
    );
    expect(await code('supervisor', { verb: 'withdraw', act: 'none' })).toBe('409 NOTHING_TO_WITHDRAW');
    expect(await code('supervisor', { verb: 'remove_sign', to: [accountId('supervisor3')] })).toBe(
      '403 SEAT_NOT_YOURS_TO_REMOVE',
    );
    const { body } = await (await voting.api.as('auditor')).get<ActListView>(`${path}/acts`);
    expect(body.items).toEqual([]);
    expect((await act('supervisor', { verb: 'claim' })).status).toBe(200);
    expect(await code('supervisor3', { verb: 'claim' })).toBe('409 CLAIMED_BY_OTHER');
  });

  it('is to act twice, and to withdraw what somebody has acted on', async () => {
    const { act, acknowledged } = await list();
    const approve = { verb: 'approve', acknowledged };
    await act('supervisor', { verb: 'add_sign_after', to: [accountId('panel')] });
    const first = await act('supervisor', approve);
    expect(first.body).toMatchObject({ step: FIRST, waiting: expect.arrayContaining([accountId('panel')]) });
    expect(refusal(await act('supervisor', approve))).toBe('409 ALREADY_ACTED');
    expect((await act('panel', approve)).body).toMatchObject({ step: SECOND });
    const withdraw = { verb: 'withdraw', act: first.body['act'] };
    expect(refusal(await act('supervisor', withdraw))).toBe('409 ACT_RELIED_ON');
  });
});

describe('a standing deputy', () => {
  const span = (from: number, until: number) => ({ fromAt: Date.now() + from, untilAt: Date.now() + until });

  it('acts for somebody between two instants, on the record of both', async () => {
    const { act, path, acknowledged } = await list();
    const supervisor = await voting.api.as('supervisor');
    const forThem = { verb: 'approve', onBehalfOf: accountId('supervisor'), acknowledged };
    expect(refusal(await act('panel', forThem))).toBe('403 DEPUTY_NOT_VALID');
    const given = await supervisor.post('/api/deputies', {
      deputy: accountId('panel'),
      ...span(-1000, 60_000),
    });
    expect(given.status).toBe(201);
    const deputies = await (await voting.api.as('panel')).get<{ actsFor: unknown[] }>('/api/deputies');
    expect(deputies.body.actsFor).toEqual([expect.objectContaining({ principal: accountId('supervisor') })]);
    expect((await act('panel', forThem)).body).toMatchObject({ step: SECOND });
    const { body } = await (await voting.api.as('auditor')).get<ActListView>(`${path}/acts`);
    expect(body.items).toEqual([
      expect.objectContaining({ actBy: accountId('panel'), onBehalfOf: accountId('supervisor') }),
    ]);
    await supervisor.post(`/api/deputies/${String(given.body['id'])}/end`);
  });

  it('does not act before, after, or once taken back', async () => {
    const { act } = await list();
    const supervisor = await voting.api.as('supervisor');
    const urge = { verb: 'claim', onBehalfOf: accountId('supervisor') };
    const give = async (from: number, until: number) =>
      supervisor.post('/api/deputies', { deputy: accountId('panel'), ...span(from, until) });
    await give(50_000, 60_000);
    expect(refusal(await act('panel', urge))).toBe('403 DEPUTY_NOT_VALID');
    expect(refusal(await give(-2000, -1000))).toBe('422 DEPUTY_SPAN_INVALID');
    const { body } = await give(-1000, 60_000);
    const end = `/api/deputies/${String(body['id'])}/end`;
    expect(refusal(await (await voting.api.as('panel')).post(end))).toBe('404 NOT_FOUND');
    expect((await supervisor.post(end)).body).toEqual({ done: true });
    expect((await supervisor.post(end)).body).toEqual({ done: true });
    expect(refusal(await act('panel', urge))).toBe('403 DEPUTY_NOT_VALID');
  });

  it('is given only to somebody who could decide there, and not to oneself', async () => {
    const supervisor = await voting.api.as('supervisor');
    for (const name of ['worker', 'elsewhere', 'supervisor'] as const) {
      const given = await supervisor.post('/api/deputies', { deputy: accountId(name), ...span(0, 60_000) });
      expect(refusal(given)).toBe('422 ACCOUNT_UNKNOWN');
    }
  });
});

describe('an appraisee', () => {
  it('sees who decides, asks that one of them stand aside, and a superior decides on that', async () => {
    const { act, own, waiting, shown, acknowledged } = await list();
    const worker = await voting.api.as('worker');
    const request = { against: accountId('supervisor'), reason: '演示：存在利害关系' };
    const stranger = await (await voting.api.as('worker3')).post(`${own}/recusal-requests`, request);
    expect(refusal(stranger)).toBe('403 FORBIDDEN');
    expect((await worker.post(`${own}/recusal-requests`, request, 'r1')).status).toBe(200);
    expect((await worker.post(`${own}/recusal-requests`, request, 'r1')).body).toMatchObject({ seq: 1 });
    expect(refusal(await act('supervisor', { verb: 'approve', acknowledged }))).toBe('403 RECUSED');
    expect(await waiting('superior')).toEqual(['grant_recusal refuse_recusal']);
    const grant = { verb: 'grant_recusal', to: [accountId('supervisor')], reason: '演示：情况属实' };
    expect((await act('superior', grant)).status).toBe(200);
    expect((await shown()).recused).toEqual([accountId('supervisor')]);
    expect((await act('supervisor3', { verb: 'approve', acknowledged })).body).toMatchObject({
      step: SECOND,
    });
  });
});

describe('an act on several lists', () => {
  it('is an act on each, refused where a step wants each judged by itself, and repeatable by its key', async () => {
    const { path, acknowledged } = await list();
    const [, , , cycleId = ''] = path.split('/');
    const supervisor = await voting.api.as('supervisor');
    const { body } = await supervisor.get<UnitListView>(`${path}/list`);
    const at = { round: 1, listHash: body.listHash, step: FIRST, acknowledged };
    const lists = [
      { cycleId, unitId: UNIT, ...at },
      { cycleId, unitId: 'none', ...at },
    ];
    const send = async () => supervisor.post('/api/acts', { verb: 'approve', lists }, 'batch-1');
    const first = await send();
    expect(first.body['items']).toEqual([
      expect.objectContaining({ acted: expect.objectContaining({ step: SECOND }), refused: null }),
      expect.objectContaining({ acted: null, refused: expect.objectContaining({ code: 'FORBIDDEN' }) }),
    ]);
    expect((await send()).body).toEqual(first.body);
  });
});
