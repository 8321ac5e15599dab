import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  appraisalRecord,
  consequenceRecord,
  cycleRecord,
  cycleUnitRecord,
  outcomeOf,
  seedUnit,
  testDatabases,
} from '../testing.js';
import type { TestDatabase } from '../testing.js';

const unitOfCycle = { cycleId: 'cycle-1', unitId: 'unit-1' } as const;

describe.each(testDatabases())('results and decisions on $name', ({ open }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
    await database.transactions.run(async (stores) => {
      await seedUnit(stores, 3);
      await stores.cycles.insert(cycleRecord({ id: 'rehearsal', run: 'rehearsal-1' }), [
        cycleUnitRecord({ cycleId: 'rehearsal' }),
      ]);
      await stores.appraisals.insertMany([appraisalRecord({ id: 'rehearsed', cycleId: 'rehearsal' })]);
    });
  });
  afterAll(() => database.close());
  const refusals = async (...works: (() => Promise<unknown>)[]) => {
    const outcomes: string[] = [];
    for (const work of works) outcomes.push(await outcomeOf(work()));
    return outcomes;
  };

  it('keep evidence, evaluations and quota sheets by round, the latest first', async () => {
    const body = JSON.stringify({ text: '依据'.repeat(30_000) });
    const evidence = (round: number) => ({
      appraisalId: 'appraisal-0',
      round,
      hash: `e-${round}`,
      body,
      sealedAt: 9,
    });
    const evaluation = (round: number) => ({
      appraisalId: 'appraisal-0',
      round,
      hash: `v-${round}`,
      body: '{}',
    });
    const sheet = (round: number) => ({ ...unitOfCycle, round, hash: `q-${round}`, body: '{}' });
    await database.transactions.run(async ({ results }) => {
      for (const round of [1, 2]) {
        await results.insertEvidence([evidence(round)]);
        await results.insertEvaluations([evaluation(round)]);
        await results.insertQuotaSheet(sheet(round));
      }
    });
    await database.transactions.read(async ({ results }) => {
      expect(await results.evidence('appraisal-0')).toEqual(evidence(2));
      expect(await results.evidence('appraisal-1')).toBeNull();
      expect(await results.evidenceOfUnit('cycle-1', 'unit-1', 1)).toEqual([evidence(1)]);
      expect(await results.evaluation('appraisal-0')).toEqual(evaluation(2));
      expect(await results.evaluationsOfUnit('cycle-1', 'unit-1', 1)).toEqual([evaluation(1)]);
      expect(await results.evaluationByHash('appraisal-0', 'v-1')).toEqual(evaluation(1));
      expect(await results.evaluationByHash('appraisal-0', 'another')).toBeNull();
      expect(await results.quotaSheet('cycle-1', 'unit-1')).toEqual(sheet(2));
    });
    const again = (work: 'insertEvidence' | 'insertEvaluations' | 'insertQuotaSheet') => () =>
      database.transactions.run(({ results }) => {
        if (work === 'insertEvidence') return results.insertEvidence([evidence(2)]);
        return work === 'insertEvaluations'
          ? results.insertEvaluations([evaluation(2)])
          : results.insertQuotaSheet(sheet(2));
      });
    expect(
      await refusals(again('insertEvidence'), again('insertEvaluations'), again('insertQuotaSheet')),
    ).toEqual(['DUPLICATE_EVIDENCE', 'DUPLICATE_EVALUATION', 'DUPLICATE_QUOTA_SHEET']);
  });

  it('record one deliberation of a unit’s list a round', async () => {
    const row = (round: number, verdict: 'approve' | 'return') => ({
      ...unitOfCycle,
      round,
      verdict,
      listHash: 'list',
      reason: verdict === 'return' ? '请复核' : null,
      decidedBy: 'account-1',
      decidedAt: 3,
    });
    const insert = (round: number, verdict: 'approve' | 'return') => () =>
      database.transactions.run(({ decisions }) => decisions.insertDeliberation(row(round, verdict)));
    expect(await refusals(insert(1, 'return'), insert(1, 'approve'), insert(2, 'approve'))).toEqual([
      'done',
      'DUPLICATE_DELIBERATION',
      'done',
    ]);
    expect(
      await database.transactions.read(({ decisions }) => decisions.deliberations('cycle-1', 'unit-1')),
    ).toEqual([row(1, 'return'), row(2, 'approve')]);
  });

  it('record once a round why an uncertain result stands', async () => {
    const row = (round: number) => ({
      ...unitOfCycle,
      round,
      appraisalId: 'appraisal-0',
      reason: '演示：区间跨线，班子复核后维持',
      acknowledgedBy: 'account-1',
    });
    const insert = (round: number) => () =>
      database.transactions.run(({ decisions }) => decisions.insertAcknowledged([row(round)]));
    expect(await refusals(insert(2), insert(1), insert(1))).toEqual([
      'done',
      'done',
      'DUPLICATE_ACKNOWLEDGEMENT',
    ]);
    expect(
      await database.transactions.read(({ decisions }) => decisions.acknowledged('cycle-1', 'unit-1')),
    ).toEqual([row(1), row(2)]);
  });

  it('show a notice from its first to before its last millisecond', async () => {
    const notice = {
      ...unitOfCycle,
      entries: [{ appraisalId: 'appraisal-0', grade: 'excellent' }],
      startsAt: 100,
      endsAt: 200,
    };
    const insert = () => database.transactions.run(({ decisions }) => decisions.insertNotice(notice));
    expect(await refusals(insert, insert)).toEqual(['done', 'DUPLICATE_NOTICE']);
    await database.transactions.read(async ({ decisions }) => {
      const openAt = async (at: number) => (await decisions.noticesOpenAt(at)).length;
      expect([await openAt(99), await openAt(100), await openAt(199), await openAt(200)]).toEqual([
        0, 1, 1, 0,
      ]);
      expect(await decisions.notices('cycle-1')).toEqual([notice]);
    });
  });

  it('take one signature and one contest a result', async () => {
    const signature = { appraisalId: 'appraisal-0', signed: false, opinion: '不同意', signedAt: 4 };
    const contest = { id: 'contest-1', appraisalId: 'appraisal-0', grounds: '分数有误', filedAt: 5 };
    const sign = () => database.transactions.run(({ decisions }) => decisions.insertSignature(signature));
    const file = (id: string) => () =>
      database.transactions.run(({ decisions }) => decisions.insertContest({ ...contest, id }));
    expect(await refusals(sign, sign, file('contest-1'), file('contest-2'))).toEqual([
      'done',
      'DUPLICATE_SIGNATURE',
      'done',
      'DUPLICATE_CONTEST',
    ]);
    await database.transactions.read(async ({ decisions }) => {
      expect(await decisions.signature('appraisal-0')).toEqual(signature);
      expect(await decisions.contestOf('appraisal-0')).toEqual(contest);
      expect([await decisions.signature('appraisal-1'), await decisions.contestOf('appraisal-1')]).toEqual([
        null,
        null,
      ]);
    });
  });

  it('count the highest version of each consequence', async () => {
    const proposed = consequenceRecord({ gate: ['removal_vote'], adverse: true });
    const confirmed = consequenceRecord({
      ...proposed,
      state: 'confirmed',
      gateRecords: ['vote-7'],
      decidedBy: 'account-1',
      decidedAt: 8,
      version: 2,
    });
    const other = consequenceRecord({ rule: 'talk', clause: null, params: {} });
    const append =
      (...rows: ReturnType<typeof consequenceRecord>[]) =>
      () =>
        database.transactions.run(({ decisions }) => decisions.appendConsequences(rows));
    expect(
      await refusals(append(proposed, other), append(confirmed), append(confirmed), append(proposed)),
    ).toEqual(['done', 'done', 'VERSION_CONFLICT', 'VERSION_CONFLICT']);
    const current = await database.transactions.read(({ decisions }) =>
      decisions.currentConsequences(['appraisal-1', 'appraisal-0']),
    );
    expect(current).toEqual([confirmed, other]);
  });

  it('send a reminder once a key', async () => {
    const reminder = {
      key: 'cycle-1:unit-1:collect:1',
      ...unitOfCycle,
      kind: 'remind',
      stage: 'collect',
      recipients: 3,
      sentAt: 2,
    } as const;
    const send = () => database.transactions.run(({ decisions }) => decisions.insertReminder(reminder));
    expect([await send(), await send()]).toEqual(['sent', 'already']);
    expect(await database.transactions.read(({ decisions }) => decisions.remindersOf('cycle-1'))).toEqual([
      reminder,
    ]);
  });
});
