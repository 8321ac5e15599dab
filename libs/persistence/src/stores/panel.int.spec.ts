import type { Panel, StandDownRow } from '@kaoji/application';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountRecord, markRecord, outcomeOf, seedUnit, testDatabases } from '../testing.js';
import type { TestDatabase } from '../testing.js';

const place = { cycleId: 'cycle-1', unitId: 'unit-1', part: 'political_quality', role: 'panel_member' };
const seat = { appraisalId: 'appraisal-0', part: place.part, role: place.role } as const;
const panel: Panel = { ...place, id: 'panel-1', members: ['b', 'a'], namedBy: 'hr', namedAt: 1 };
const down: StandDownRow = {
  ...{ ...seat, raterId: 'a', cause: 'relative', reason: null },
  ...{ replacedBy: 'c', decidedBy: null, decidedAt: 2 },
};

describe.each(testDatabases())('panels on $name', ({ open }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
    await database.transactions.run(async (stores) => {
      await seedUnit(stores, 2);
      await stores.accounts.insertMany([accountRecord()]);
      const raters = ['a', 'b'].map((raterId) => ({ ...seat, post: null, raterId }));
      await stores.marks.insertRequests([
        ...raters,
        { ...seat, appraisalId: 'appraisal-1', post: null, raterId: 'a' },
        { ...seat, part: 'results', role: 'supervisor', post: null, raterId: 'b' },
      ]);
      await stores.marks.append(raters.map((rater) => markRecord({ ...rater, value: '80' })));
      await stores.marks.append([markRecord({ ...seat, raterId: 'a', value: '12', version: 2 })]);
      await stores.panels.insert([panel]);
    });
  });
  afterAll(() => database.close());

  it('a unit has one panel for a part and role', async () => {
    const again = database.transactions.run(({ panels }) => panels.insert([{ ...panel, id: 'panel-2' }]));
    expect(await outcomeOf(again)).toBe('DUPLICATE_PANEL');
    const [byId, ofCycle] = await database.transactions.read(async ({ panels }) => [
      await panels.byId('panel-1'),
      await panels.ofCycle('cycle-1'),
    ]);
    expect([byId, ofCycle]).toEqual([panel, [panel]]);
  });

  it('whoever stood down for somebody is not asked, and nothing they gave for them is read any more', async () => {
    const counts = () =>
      database.transactions.read(({ marks }) => marks.openCountsOfUnit('cycle-1', 'unit-1', null));
    expect(Object.fromEntries(await counts())).toEqual({
      a: { all: 1, inPanels: 1 },
      b: { all: 1, inPanels: 0 },
    });
    await database.transactions.run(({ panels }) => panels.standDown([down]));
    await database.transactions.read(async ({ marks, panels }) => {
      const values = (await marks.currentOfUnit('cycle-1', 'unit-1')).map(({ raterId, value }) => [
        raterId,
        value,
      ]);
      expect(values).toEqual([['b', '80']]);
      expect((await marks.requestsFor('cycle-1', 'a')).map(({ appraisalId }) => appraisalId)).toEqual([
        'appraisal-1',
      ]);
      expect(await panels.seats(panel)).toEqual([
        { appraisalId: 'appraisal-0', post: null, raterId: 'b', marked: true },
        { appraisalId: 'appraisal-1', post: null, raterId: 'a', marked: false },
      ]);
      expect(await panels.stoodDown('cycle-1')).toEqual([down]);
      expect(await panels.stoodDown('cycle-9')).toEqual([]);
    });
    const again = database.transactions.run(({ panels }) => panels.standDown([down]));
    expect(await outcomeOf(again)).toBe('PANEL_NOT_SEATED');
  });

  it('ties are what was declared and the relatives on record; a part is points counted or a contest heard', async () => {
    const accountId = accountRecord().id;
    const person = { personId: 'person-0', accountId };
    await database.transactions.run(async ({ panels, contests, decisions, marks }) => {
      const declared = { ...person, kind: 'competing', declaredBy: 'hr', declaredAt: 1 } as const;
      await panels.declare([declared]);
      await panels.declare([declared]);
      await contests.recordKin({ ...person, recordedBy: 'hr', recordedAt: 1 });
      await decisions.insertContest({ id: 'c', appraisalId: 'appraisal-1', grounds: 'g', filedAt: 1 });
      const heard = { kind: 'heard', stage: 'review', note: '演示' } as const;
      for (const [seq, actor] of [
        [1, null],
        [2, 'judge'],
        [3, 'judge'],
      ] as const) {
        await contests.append({ contestId: 'c', seq, actor, happenedAt: 1, body: heard });
      }
      const counted = { appraisalId: 'appraisal-0', item: 'i', times: 1, evidence: [], version: 1 };
      await marks.appendAdjustments([{ ...counted, recordedBy: 'chief', recordedAt: 1 }]);
    });
    await database.transactions.read(async ({ panels }) => {
      expect(await panels.interests(['person-0', 'person-1'])).toEqual([
        { ...person, kind: 'competing' },
        { ...person, kind: 'relative' },
      ]);
      expect(await panels.partTaken(['appraisal-0', 'appraisal-1'])).toEqual([
        { appraisalId: 'appraisal-0', accountId: 'chief' },
        { appraisalId: 'appraisal-1', accountId: 'judge' },
      ]);
      expect([await panels.interests([]), await panels.partTaken([])]).toEqual([[], []]);
    });
  });

  it('an appraisee asks once, and is answered once', async () => {
    const asked = { ...seat, raterId: 'b', reason: '演示', askedBy: 'w', askedAt: 3 };
    const answer = {
      ...seat,
      raterId: 'b',
      verdict: 'refused',
      reason: '演示',
      decidedBy: 's',
      decidedAt: 4,
    } as const;
    const run = (work: Parameters<TestDatabase['transactions']['run']>[0]) =>
      outcomeOf(database.transactions.run(work));
    const read = () =>
      database.transactions.read(({ panels }) => panels.challenges(['appraisal-0', 'appraisal-1']));
    await run(({ panels }) => panels.challenge(asked));
    expect(await read()).toEqual([{ ...asked, answer: null }]);
    expect(await run(({ panels }) => panels.challenge(asked))).toBe('DUPLICATE_CHALLENGE');
    await run(({ panels }) => panels.answerChallenge(answer));
    expect(await read()).toEqual([{ ...asked, answer }]);
    expect(await run(({ panels }) => panels.answerChallenge(answer))).toBe('CHALLENGE_ANSWERED');
  });
});
