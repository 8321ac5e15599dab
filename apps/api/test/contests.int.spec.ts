import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createPostTitles,
  createRulebookShelf,
  endContest,
  notifyUnit,
  openHearing,
  type ContestDecidedMessage,
} from '@kaoji/application';
import { systemClock } from '@kaoji/gateways';
import type {
  ContestFileBody,
  ContestTrialBody,
  ContestViewBody,
  DeliveryListBody,
  InboxItemView,
  ResultView,
} from '@kaoji/http-contract';
import type { Answer } from './harness/api.js';
import { showList } from './harness/deciding.js';
import { refusal } from './harness/flow.js';
import { UNIT, accountId, type Name } from './harness/places.js';
import { startVoting, type Vote, type Voting } from './harness/voting.js';

let voting: Voting;
let vote: Vote;
const decided: ContestDecidedMessage[] = [];
/** The engine's steps, with an appraisal that takes whatever it is told. */
const engine = () => ({
  ...{ transactions: voting.api.database.transactions, clock: systemClock },
  ...{ rulebooks: createRulebookShelf(), postTitles: createPostTitles() },
  messenger: {
    startDelivery: async () => undefined,
    contestDecided: async (_key: string, _id: string, message: ContestDecidedMessage) => {
      decided.push(message);
      return { ok: true };
    },
  } as never,
});

beforeAll(async () => {
  voting = await startVoting();
  vote = await voting.cycle();
  const { hash } = await vote.counted(4);
  await post('hr', `/api/surveys/${vote.campaignId}/count/confirm`, { countHash: hash });
  await showList(voting, vote.cycleId);
  const list = (await get<{ listHash: string }>('supervisor', `${unitPath()}/list`)).body;
  const acknowledged = ['person-1', 'person-2'].map((person) => ({
    ...{ appraisalId: vote.appraisalOf(person), reason: '演示：看过区间' },
  }));
  for (const [name, step] of [
    ['supervisor', 'approval.supervisor'],
    ['superior', 'approval.leading_group'],
  ] as const) {
    const act = { round: 1, listHash: list.listHash, verb: 'approve', acknowledged, step };
    const { status, text } = await post(name, `${unitPath()}/acts`, act);
    if (status !== 200) throw new Error(text);
  }
  const key = { cycleId: vote.cycleId, cycleKey: 'unused', unitId: UNIT, round: 1 };
  await notifyUnit(
    engine(),
    { ...key, approvedBy: accountId('superior') },
    { after: null, report: () => undefined },
  );
});
afterAll(() => voting.close());

const unitPath = (): string => `/api/cycles/${vote.cycleId}/units/${UNIT}`;
const of = (person: string): string => `/api/appraisals/${vote.appraisalOf(person)}`;
const post = async (name: Name, path: string, json?: unknown, key?: string): Promise<Answer> =>
  (await voting.api.as(name)).post(path, json, key);
const get = async <T = Record<string, unknown>>(name: Name, path: string): Promise<Answer<T>> =>
  (await voting.api.as(name)).get<T>(path);
const reason = '演示：核对原始记录';

describe('a written result', () => {
  const deliveries = () => `${unitPath()}/deliveries`;

  it('is on its way until it was received: nobody reads, signs away or contests it before', async () => {
    expect(refusal(await get('worker', `${of('person-1')}/result`))).toBe('409 RESULT_NOT_RECEIVED');
    expect(refusal(await post('worker', `${of('person-1')}/contests`, { grounds: '演示' }))).toBe(
      '409 RESULT_NOT_RECEIVED',
    );
    const { body } = await get<DeliveryListBody>('hr', deliveries());
    expect(body.items.map(({ document, delivery }) => [document, delivery])).toEqual(
      body.items.map(() => ['result', null]),
    );
    expect(refusal(await get('worker', deliveries()))).toBe('403 FORBIDDEN');
    const inbox = await get<{ items: InboxItemView[] }>('worker', '/api/inbox');
    expect(inbox.body.items.map(({ kind }) => kind)).toContain('result');
  });

  it('is received by its own person, once, and then says what, why and how to contest it until when', async () => {
    expect(refusal(await post('worker2', `${of('person-1')}/receipt`))).toBe('403 FORBIDDEN');
    const first = await post('worker', `${of('person-1')}/receipt`, undefined, 'receipt-1');
    expect(first.status).toBe(200);
    expect((await post('worker', `${of('person-1')}/receipt`, undefined, 'receipt-1')).body).toEqual(
      first.body,
    );
    expect(refusal(await post('worker', `${of('person-1')}/receipt`))).toBe('409 ALREADY_DELIVERED');
    const { body } = await get<ResultView>('worker', `${of('person-1')}/result`);
    expect(body.written.contest.until).toBe(first.body['contestUntil']);
    expect(body.written.delivery).toMatchObject({ way: 'received', deliveredBy: accountId('worker') });
    const { grade, status } = body.evaluation.final;
    expect(body.written.result.code).toBe(grade ?? status);
    expect(body.written.rule).toBe(body.evaluation.final.rule);
    expect([body.written.contest.how.zh, body.written.contest.how.en].join()).toMatch(/复核.*review/);
    const inbox = await get<{ items: InboxItemView[] }>('worker', '/api/inbox');
    expect(inbox.body.items.map(({ kind }) => kind)).not.toContain('result');
  });

  it('is handed over, posted with a reference, or refused before two who had no say in it', async () => {
    const appraisals = [vote.appraisalOf('person-2')];
    const deliver = (name: Name, over: Record<string, unknown>) =>
      post(name, deliveries(), { appraisals, ...over });
    const refused = (...witnesses: readonly Name[]) =>
      deliver('hr', { way: 'refused_witnessed', witnesses: witnesses.map(accountId) });
    expect(refusal(await deliver('panel', { way: 'handed_over' }))).toBe('403 FORBIDDEN');
    expect(refusal(await deliver('hr', { way: 'posted' }))).toBe('422 REFERENCE_MISSING');
    const both = [vote.appraisalOf('person-1'), ...appraisals];
    const batch = { way: 'posted', reference: '演示-1', appraisals: both };
    expect(refusal(await deliver('hr', batch))).toBe('409 BATCH_REFUSED');
    for (const witnesses of [
      ['panel'],
      ['panel', 'panel'],
      ['panel', 'superior'], // decided on the list
      ['panel', 'worker2'], // the appraisee
    ] as const) {
      expect(refusal(await refused(...witnesses))).toBe('422 WITNESSES_INVALID');
    }
    expect((await refused('panel', 'peer')).body).toMatchObject({ delivered: 1 });
    expect(refusal(await deliver('hr', { way: 'handed_over' }))).toBe('409 ALREADY_DELIVERED');
    await post('hr', deliveries(), { way: 'handed_over' }); // whoever is left
    expect(refusal(await post('hr', deliveries(), { way: 'handed_over' }))).toBe('409 NOTHING_TO_DELIVER');
    const { body } = await get<DeliveryListBody>('auditor', deliveries());
    const second = body.items.find(({ appraisalId }) => appraisals.includes(appraisalId))?.delivery;
    expect(second).toMatchObject({
      ...{ way: 'refused_witnessed', deliveredBy: accountId('hr') },
      witnesses: [accountId('panel'), accountId('peer')],
    });
  });
});

describe('a contested result', () => {
  let contestId = '';
  const path = (): string => `/api/contests/${contestId}`;
  const view = async (name: Name) => (await get<ContestViewBody>(name, path())).body;

  it('is heard by somebody without a part in it, who sees everything it rests on', async () => {
    const filed = await post('worker', `${of('person-1')}/contests`, { grounds: '演示：请复核' });
    contestId = String(filed.body['contestId']);
    const upheld = { outcome: 'upheld', reason };
    expect(refusal(await post('reviewer', `${path()}/outcome`, upheld))).toBe('409 STAGE_NOT_OPEN');
    await post('hr', `${of('person-1')}/kin`, { accountId: accountId('reviewer2') });
    await openHearing(engine(), { contestId, level: 'review' });
    const opened = (await view('hr')).events.at(-1)?.body;
    expect(opened).toMatchObject({
      reviewers: [accountId('reviewer')],
      excluded: [{ account: accountId('reviewer2'), why: ['relative'] }],
    });
    expect(refusal(await get('reviewer2', `${path()}/file`))).toBe('403 TOOK_PART_BEFORE');
    for (const name of ['supervisor', 'superior', 'hr', 'worker', 'panel'] as const) {
      expect(refusal(await get(name, `${path()}/file`))).toBe('403 FORBIDDEN');
    }
    const { body } = await get<ContestFileBody>('reviewer', `${path()}/file`);
    expect(body.contest.grounds).toBe('演示：请复核');
    expect(body.rendered.zh.length).toBeGreaterThan(3);
    expect(JSON.stringify(body.evidence)).not.toContain(accountId('panel')); // marked blind
    const inbox = await get<{ items: InboxItemView[] }>('reviewer', '/api/inbox');
    expect(inbox.body.items.map(({ kind, verbs }) => [kind, verbs])).toEqual([
      ['review', ['hear', 'decide']],
    ]);
    expect((await view('worker')).status).toBe('in_review');
    expect(refusal(await get('worker2', path()))).toBe('403 FORBIDDEN');
  });

  it('is tried on corrected evidence before it is decided; a trial keeps nothing', async () => {
    const trial = (corrections: readonly unknown[]) => post('reviewer', `${path()}/trial`, { corrections });
    expect(refusal(await trial([]))).toBe('422 CORRECTIONS_MISSING');
    const fact = { kind: 'fact', fact: 'refused_to_take_part', value: true, reason };
    const unknown = { kind: 'routine', period: 'never', value: '1', reason };
    expect(refusal(await trial([unknown]))).toBe('422 CORRECTION_UNKNOWN');
    expect(refusal(await trial([{ ...fact, fact: 'no_such_fact' }]))).toBe('422 CORRECTION_INVALID');
    const { body } = (await trial([fact])) as unknown as Answer<ContestTrialBody>;
    expect(body).toMatchObject({ spared: true, changed: false, touched: [] });
    expect(body.after.final).toEqual(body.before.final);
    const outcome = (over: Record<string, unknown>) =>
      post('reviewer', `${path()}/outcome`, { reason, corrections: [fact], ...over });
    expect(refusal(await outcome({ outcome: 'changed' }))).toBe('409 NOTHING_CHANGES');
    expect(refusal(await outcome({ outcome: 'upheld' }))).toBe('422 CORRECTIONS_UNUSED');
    expect((await view('hr')).events).toHaveLength(1);
  });

  it('is heard, decided once, told with its delivery, and can be appealed then', async () => {
    expect((await post('reviewer', `${path()}/hearings`, { note: '演示：当面陈述' })).body).toEqual({
      done: true,
    });
    const upheld = { outcome: 'upheld', reason };
    const first = await post('reviewer', `${path()}/outcome`, upheld, 'outcome-1');
    expect(first.body).toMatchObject({ outcome: 'upheld', spared: false });
    expect((await post('reviewer', `${path()}/outcome`, upheld, 'outcome-1')).body).toEqual(first.body);
    expect(refusal(await post('reviewer', `${path()}/outcome`, upheld))).toBe('403 TOOK_PART_BEFORE');
    expect(refusal(await post('worker', `${path()}/withdrawal`))).toBe('409 ALREADY_DECIDED');
    expect(await view('worker')).toMatchObject({ outcome: null, status: 'decided' });
    expect(refusal(await post('worker', `${path()}/appeal`, { grounds: '演示' }))).toBe('409 STAGE_NOT_OPEN');
    expect((await post('worker', `${path()}/receipt`)).body['appealUntil']).toEqual(expect.any(Number));
    expect(refusal(await post('hr', `${path()}/delivery`, { way: 'handed_over' }))).toBe(
      '409 ALREADY_DELIVERED',
    );
    expect(await view('worker')).toMatchObject({ outcome: 'upheld', status: 'appealable' });
    // The flow hears of an appeal before its row is there: that is tried again, and not taken for one taken back.
    await expect(openHearing(engine(), { contestId, level: 'appeal' })).rejects.toThrow();
    expect((await post('worker', `${path()}/appeal`, { grounds: '演示：申诉' })).status).toBe(201);
    await openHearing(engine(), { contestId, level: 'appeal' });
    const opened = (await view('hr')).events.at(-1)?.body;
    expect(opened).toMatchObject({ reviewers: [] }); // one heard the review, the other is a relative
    const inbox = await get<{ items: InboxItemView[] }>('hr', '/api/inbox');
    expect(inbox.body.items.map(({ kind }) => kind)).toContain('appeal');
  });

  it('can be taken back while nothing is decided, and what stood before goes on', async () => {
    expect(refusal(await post('worker2', `${path()}/withdrawal`))).toBe('403 FORBIDDEN');
    expect((await post('worker', `${path()}/withdrawal`)).body).toEqual({ done: true });
    await endContest(engine(), { contestId, cycleKey: 'unused' });
    await endContest(engine(), { contestId, cycleKey: 'unused' }); // told again, done once
    expect((await view('worker')).status).toBe('ended');
    expect(decided[0]).toMatchObject({ contestId, approvedBy: accountId('superior') });
    const { body } = await get<ResultView>('worker', `${of('person-1')}/result`);
    expect(body.consequences.map(({ state }) => state)).not.toContain('frozen');
    expect((await get('worker', `/api/contests/none`)).status).toBe(404);
  });
});

describe('a contest that is sent back', () => {
  it('is decided again by whoever decides lists, with the corrections in view', async () => {
    const filed = await post('worker2', `${of('person-2')}/contests`, { grounds: '演示：加分遗漏' });
    expect(filed.text).toContain('contestId');
    const path = `/api/contests/${String(filed.body['contestId'])}`;
    await openHearing(engine(), { contestId: String(filed.body['contestId']), level: 'review' });
    const corrections = [
      { kind: 'adjustment', item: 'bonus.innovation', times: 1, evidence: ['doc-1'], reason },
    ];
    const again = { verdict: 'kept', reason };
    expect(refusal(await post('supervisor', `${path}/decision-again`, again))).toBe('409 STAGE_NOT_OPEN');
    const sent = await post('reviewer', `${path}/outcome`, { outcome: 'sent_back', reason, corrections });
    expect(sent.body).toMatchObject({ outcome: 'sent_back' });
    expect(refusal(await post('hr', `${path}/decision-again`, again))).toBe('403 FORBIDDEN');
    const inbox = await get<{ items: InboxItemView[] }>('supervisor', '/api/inbox');
    expect(inbox.body.items.map(({ verbs }) => verbs)).toContainEqual(['decide_again']);
    expect((await post('supervisor', `${path}/decision-again`, again)).body).toMatchObject({
      outcome: 'upheld',
    });
    const delivered = { way: 'posted', reference: '演示-2' };
    expect((await post('hr', `${path}/delivery`, delivered)).body['appealUntil']).toEqual(expect.any(Number));
  });
});
