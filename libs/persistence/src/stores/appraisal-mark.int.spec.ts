import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EvidenceRow } from '@kaoji/application';
import { appraisalRecord, markRecord, outcomeOf, seedUnit, testDatabases } from '../testing.js';
import type { TestDatabase } from '../testing.js';

describe.each(testDatabases())('appraisals and marks on $name', ({ open }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
    await database.transactions.run((stores) => seedUnit(stores, 6));
  });
  afterAll(() => database.close());
  const appraisal = (id: string) => database.transactions.read(({ appraisals }) => appraisals.byId(id));

  it('bring an appraisal back as it was, by its id, unit, cycle, community and person', async () => {
    const expected = appraisalRecord();
    await database.transactions.read(async ({ appraisals }) => {
      expect(await appraisals.byId('appraisal-0')).toEqual(expected);
      expect((await appraisals.ofUnit('cycle-1', 'unit-1'))[0]).toEqual(expected);
      expect(await appraisals.countByUnit('cycle-1')).toEqual(new Map([['unit-1', 6]]));
      expect((await appraisals.ofCycle('cycle-1', { after: null, limit: 1 }))[0]).toEqual(expected);
      expect(await appraisals.ofCommunity('cycle-1', 'community-1')).toHaveLength(6);
      expect(await appraisals.ofPerson('person-0')).toEqual([expected]);
      expect(await appraisals.byId('none')).toBeNull();
    });
  });

  it('refuse a person twice in one cycle with DUPLICATE_APPRAISEE and keep none of that import', async () => {
    const rows = [appraisalRecord({ id: 'x-1', personId: 'person-0' })];
    expect(await outcomeOf(database.transactions.run(({ appraisals }) => appraisals.insertMany(rows)))).toBe(
      'DUPLICATE_APPRAISEE',
    );
    expect(await appraisal('x-1')).toBeNull();
  });

  it.each([
    ['12.3400'],
    ['9007199254740993'],
    ['268/3'],
    ['-0.000000000000000000001'],
    [`${'9'.repeat(120)}/${'7'.repeat(120)}`],
  ])('keep the composite %s to its last digit', async (composite) => {
    const { version } = (await appraisal('appraisal-1'))!;
    await database.transactions.run(({ appraisals }) =>
      appraisals.advance('appraisal-1', version, { composite }),
    );
    expect(await appraisal('appraisal-1')).toMatchObject({ composite, version: version + 1 });
  });

  it('move on from the version that was read only', async () => {
    const { version } = (await appraisal('appraisal-2'))!;
    const advance = () =>
      database.transactions.run(({ appraisals }) =>
        appraisals.advance('appraisal-2', version, { status: 'open' }),
      );
    expect([await outcomeOf(advance()), await outcomeOf(advance())]).toEqual(['done', 'VERSION_CONFLICT']);
  });

  it('advance many at once, each with its own change, null among them', async () => {
    await database.transactions.run(({ appraisals }) =>
      appraisals.advanceMany([
        {
          id: 'appraisal-3',
          change: { status: 'sealed', composite: '1/3', notifiedAt: 1_767_225_600_001, facts: { 甲: 'a' } },
        },
        {
          id: 'appraisal-4',
          change: { status: 'sealed', composite: null, notifiedAt: null, facts: { 乙: true } },
        },
        { id: 'appraisal-5', change: { joinedLate: true } },
        { id: 'appraisal-5', change: { finalGrade: 'excellent' } },
      ]),
    );
    expect(await appraisal('appraisal-3')).toEqual(
      appraisalRecord({
        id: 'appraisal-3',
        personId: 'person-3',
        status: 'sealed',
        composite: '1/3',
        notifiedAt: 1_767_225_600_001,
        facts: { 甲: 'a' },
        version: 2,
      }),
    );
    expect(await appraisal('appraisal-4')).toEqual(
      appraisalRecord({
        id: 'appraisal-4',
        personId: 'person-4',
        status: 'sealed',
        facts: { 乙: true },
        version: 2,
      }),
    );
    expect(await appraisal('appraisal-5')).toMatchObject({
      joinedLate: true,
      finalGrade: 'excellent',
      version: 2,
    });
    expect(await appraisal('appraisal-0')).toEqual(appraisalRecord());
  });

  it('advance none when one of many is unknown: that is a bug', async () => {
    const changes = ['appraisal-0', 'nobody'].map((id) => ({ id, change: { status: 'left' as const } }));
    await expect(
      database.transactions.run(({ appraisals }) => appraisals.advanceMany(changes)),
    ).rejects.toThrow('does not exist');
    expect(await appraisal('appraisal-0')).toEqual(appraisalRecord());
  });

  it('page through a cycle by id, stable while others join', async () => {
    const page = (after: string | null) =>
      database.transactions.read(async ({ appraisals }) =>
        (await appraisals.ofCycle('cycle-1', { after, limit: 2 })).map(({ id }) => id),
      );
    expect(await page(null)).toEqual(['appraisal-0', 'appraisal-1']);
    await database.transactions.run(async ({ places, appraisals }) => {
      await places.insertPeople([{ id: 'joiner', name: '示范后来者', phone: null }]);
      await appraisals.insertMany([
        appraisalRecord({ id: 'appraisal-00', personId: 'joiner', joinedLate: true }),
      ]);
    });
    expect(await page('appraisal-1')).toEqual(['appraisal-2', 'appraisal-3']);
    expect(await page('appraisal-3')).toEqual(['appraisal-4', 'appraisal-5']);
    expect(await page('appraisal-5')).toEqual([]);
  });

  it('take a duty report as a next version', async () => {
    const report = (version: number, text: string) => ({
      appraisalId: 'appraisal-0',
      text,
      version,
      submittedAt: 5,
    });
    const insert = (version: number) =>
      database.transactions.run(({ appraisals }) =>
        appraisals.insertDutyReport(report(version, `述职 ${version}`)),
      );
    expect(
      await database.transactions.read(({ appraisals }) => appraisals.latestDutyReport('appraisal-0')),
    ).toBeNull();
    expect([
      await outcomeOf(insert(1)),
      await outcomeOf(insert(2)),
      await outcomeOf(insert(2)),
      await outcomeOf(insert(4)),
    ]).toEqual(['done', 'done', 'VERSION_CONFLICT', 'VERSION_CONFLICT']);
    expect(
      await database.transactions.read(({ appraisals }) => appraisals.latestDutyReport('appraisal-0')),
    ).toEqual(report(2, '述职 2'));
  });

  it('count the highest version of a mark, posts and raters apart', async () => {
    const append = (...marks: ReturnType<typeof markRecord>[]) =>
      outcomeOf(database.transactions.run((stores) => stores.marks.append(marks)));
    const first = markRecord({ value: '12.3400', reason: '有据' });
    const corrected = markRecord({ value: '13', version: 2, markedAt: 1_767_225_600_999 });
    const second = markRecord({ post: 'grid_leader', value: '268/3' });
    const other = markRecord({ raterId: 'account-2', value: '9007199254740993' });
    expect(await append(first, corrected, second, other)).toBe('done');
    expect(await append(markRecord({ version: 2 }))).toBe('VERSION_CONFLICT');
    expect(await append(markRecord({ version: 1 }))).toBe('VERSION_CONFLICT');
    expect(await append(markRecord({ version: 4 }))).toBe('VERSION_CONFLICT');
    expect(await append(markRecord({ raterId: 'account-3', version: 2 }))).toBe('VERSION_CONFLICT');
    await database.transactions.read(async ({ marks }) => {
      expect(await marks.currentOfUnit('cycle-1', 'unit-1')).toEqual([corrected, other, second]);
      expect(await marks.currentOfUnit('cycle-1', 'elsewhere')).toEqual([]);
      const { part, role, raterId } = first;
      expect(await marks.latestVersion('appraisal-0', part, null, role, raterId)).toBe(2);
      expect(await marks.latestVersion('appraisal-0', part, 'grid_leader', role, raterId)).toBe(1);
      expect(await marks.latestVersion('appraisal-1', part, null, role, raterId)).toBe(0);
    });
  });

  it('say which marks a rater is asked for, which are given, and which a unit still waits for', async () => {
    const request = {
      appraisalId: 'appraisal-1',
      part: 'results',
      post: null,
      role: 'supervisor',
      raterId: 'rater',
    };
    const second = { ...request, appraisalId: 'appraisal-2', post: 'grid_leader' };
    const mark = (version: number, value: string) => markRecord({ ...request, version, value });
    await database.transactions.run(async ({ marks }) => {
      await marks.insertRequests([second, request]);
      await marks.append([mark(1, '80'), mark(2, '81.5')]);
    });
    await database.transactions.read(async ({ marks }) => {
      expect(await marks.requestsFor('cycle-1', 'rater')).toEqual([
        { ...request, marked: '81.5' },
        { ...second, marked: null },
      ]);
      expect(await marks.requestsFor('cycle-1', 'nobody')).toEqual([]);
      expect(await marks.requestsFor('cycle-9', 'rater')).toEqual([]);
      expect(await marks.openRequestsOfUnit('cycle-1', 'unit-1')).toEqual([second]);
    });
    expect(await outcomeOf(database.transactions.run(({ marks }) => marks.insertRequests([request])))).toBe(
      'DUPLICATE_REQUEST',
    );
  });

  it('keep routine marks, adjustments and the evidence of a part by version too', async () => {
    const routine = (version: number, value: string) => ({
      appraisalId: 'appraisal-0',
      period: '2026-q1',
      value,
      version,
      recordedBy: 'account-hr',
      recordedAt: 7,
    });
    const adjustment = (version: number, times: number) => ({
      appraisalId: 'appraisal-0',
      item: 'commendation',
      times,
      evidence: ['文件一'],
      version,
      recordedBy: 'account-hr',
      recordedAt: 7,
    });
    const evidence = (version: number, own: Partial<EvidenceRow> = {}): EvidenceRow => ({
      appraisalId: 'appraisal-0',
      part: 'grid.tasks',
      evidence: [`record-${version}`, 'record-0'],
      version,
      recordedBy: 'account-hr',
      recordedAt: 7,
      ...own,
    });
    const [other, taken] = [
      evidence(1, { part: 'political_quality.panel' }),
      evidence(1, { appraisalId: 'appraisal-1' }),
    ];
    await database.transactions.run(async ({ marks }) => {
      await marks.appendRoutine([routine(1, '90'), routine(2, '91')]);
      await marks.appendAdjustments([adjustment(1, 2)]);
      await marks.appendAdjustments([adjustment(2, 0)]);
      await marks.appendEvidence([taken, other, evidence(1)]);
      await marks.appendEvidence([evidence(2), { ...taken, version: 2, evidence: [] }]);
    });
    await database.transactions.read(async ({ marks }) => {
      expect(await marks.currentRoutineOfUnit('cycle-1', 'unit-1')).toEqual([routine(2, '91')]);
      expect(await marks.currentAdjustmentsOfUnit('cycle-1', 'unit-1')).toEqual([adjustment(2, 0)]);
      expect(await marks.currentEvidenceOfUnit('cycle-1', 'unit-1')).toEqual([
        evidence(2),
        other,
        { ...taken, version: 2, evidence: [] },
      ]);
      expect(await marks.currentEvidenceOfUnit('cycle-1', 'elsewhere')).toEqual([]);
    });
    const again = database.transactions.run(({ marks }) => marks.appendRoutine([routine(2, '95')]));
    expect(await outcomeOf(again)).toBe('VERSION_CONFLICT');
    for (const version of [1, 2, 4]) {
      const late = database.transactions.run(({ marks }) => marks.appendEvidence([evidence(version)]));
      expect(await outcomeOf(late)).toBe('VERSION_CONFLICT');
    }
  });
});
