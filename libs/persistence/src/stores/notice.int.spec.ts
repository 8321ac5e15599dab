import type { ObjectionAnswer } from '@kaoji/application';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWithSource } from '../database.js';
import type { OpenedDatabase } from '../database.js';
import { faultOf } from '../driver-faults.js';
import { openSurveyDatabase } from '../survey/survey-database.js';
import type { SurveyDatabase } from '../survey/survey-database.js';
import { noticePageRecord, objectionRecord, outcomeOf, seedUnit, testDatabases } from '../testing.js';
import type { TestDatabase } from '../testing.js';

const ANSWER: ObjectionAnswer = {
  objectionId: 'objection-1',
  verdict: 'upheld',
  reason: '演示理由',
  touch: 'evidence',
  touched: ['appraisal-0'],
  answeredBy: 'account-1',
  answeredAt: 7,
};

describe.each(testDatabases())('notices and objections on $name', ({ open, name }) => {
  let database: TestDatabase;
  let inside: OpenedDatabase;
  let survey: SurveyDatabase;
  let rounds = 0;
  beforeAll(async () => {
    database = await open();
    inside = await openWithSource(database.url);
    survey = await openSurveyDatabase(database.url);
    await database.transactions.run(async (stores) => {
      await seedUnit(stores, 2);
      await stores.notices.insertPage(noticePageRecord());
    });
  });
  afterAll(async () => {
    await survey.close();
    await inside.close();
    await database.close();
  });

  const run: TestDatabase['transactions']['run'] = (work) => database.transactions.run(work);
  const read: TestDatabase['transactions']['read'] = (work) => database.transactions.read(work);
  /** Another notice, of a round of its own. */
  const newNotice = async (): Promise<string> => {
    rounds += 1;
    const id = `notice-of-${rounds}`;
    await run(({ notices }) => notices.insertPage(noticePageRecord({ id, round: 100 + rounds })));
    return id;
  };
  const byLink = (noticeId: string, id: string) =>
    survey.objections.object({ id, noticeId, about: null, sealed: 's', receivedAt: 5 });
  const refusalOf = async (sql: string): Promise<string> => {
    const statement = name === 'SQLite' ? sql : sql.replaceAll('"', '`');
    const fault = await inside.source.query(statement).then(
      () => ({ kind: 'done' as const }),
      (thrown: unknown) => faultOf(thrown),
    );
    return fault.kind === 'refused' ? fault.code : fault.kind;
  };

  it('keeps objections in the order they came, each answered at most once', async () => {
    await run(async ({ notices }) => {
      await notices.insertObjection(objectionRecord());
      await notices.insertObjection(
        objectionRecord({ id: 'objection-0', receivedAt: 6, channel: 'in_person', recordedBy: 'account-1' }),
      );
    });
    const unanswered = await read(({ notices }) => notices.unanswered(10));
    expect(unanswered.map(({ id }) => id)).toEqual(['objection-1', 'objection-0']);
    await run(({ notices }) => notices.insertAnswer(ANSWER));
    expect(await outcomeOf(run(({ notices }) => notices.insertAnswer(ANSWER)))).toBe('ALREADY_ANSWERED');
    expect((await read(({ notices }) => notices.unanswered(10))).map(({ id }) => id)).toEqual([
      'objection-0',
    ]);
    expect(await read(({ notices }) => notices.objection('objection-1'))).toEqual({
      objection: objectionRecord(),
      answer: ANSWER,
    });
    expect(await read(({ notices }) => notices.objection('none'))).toBeNull();
  });

  it('refuses a second notice of a round, and the same objection again', async () => {
    const again = run(({ notices }) => notices.insertPage(noticePageRecord({ id: 'another' })));
    expect(await outcomeOf(again)).toBe('DUPLICATE_NOTICE_PAGE');
    expect(await outcomeOf(run(({ notices }) => notices.insertObjection(objectionRecord())))).toBe(
      'DUPLICATE_OBJECTION',
    );
  });

  it('forgets the names when a notice ends, and settles what came of it once', async () => {
    const id = await newNotice();
    const end = () => run(({ notices }) => notices.end(id, 12));
    expect([await end(), await end()]).toEqual([true, false]);
    const settle = () => run(({ notices }) => notices.settle(id, 'final'));
    expect([await settle(), await settle()]).toEqual([true, false]);
    expect(await read(({ notices }) => notices.page(id))).toMatchObject({
      ...{ body: '', endedAt: 12, outcome: 'final' },
    });
  });

  it.each([
    [`UPDATE "notice_page" SET "ends_at" = 5`],
    [`UPDATE "notice_page" SET "body" = '{"entries":[]}'`],
    [`UPDATE "notice_page" SET "entries" = '[]'`],
    [`UPDATE "notice_page" SET "public_key" = 'mine'`],
    ['DELETE FROM "notice_page"'],
  ])('refuses to change what a notice said, or until when: %s', async (sql) => {
    expect(await refusalOf(sql)).toBe('APPEND_ONLY');
  });

  it('refuses to end a notice before its end, by whatever clock', async () => {
    const id = await newNotice();
    const end = (at: number) =>
      refusalOf(`UPDATE "notice_page" SET "ended_at" = ${at}, "body" = '' WHERE "id" = '${id}'`);
    expect([await end(9), await end(10), await end(11)]).toEqual(['check', 'done', 'APPEND_ONLY']);
  });

  it('takes no objection that comes while a notice is being ended', async () => {
    const id = await newNotice();
    expect(await byLink(id, 'in-time')).toBe('accepted');
    const late: Promise<string>[] = [];
    await run(async ({ notices }) => {
      await notices.end(id, 10);
      if (late.length === 0) late.push(byLink(id, 'late'));
    });
    expect(await Promise.all(late)).toEqual(['over']);
    const kept = await read(({ notices }) => notices.objectionsOf(id));
    expect(kept.map(({ objection }) => objection.id)).toEqual(['in-time']);
  });

  it('remembers what an upheld objection re-opened, round by round', async () => {
    const unit = { cycleId: 'cycle-1', unitId: 'unit-1' } as const;
    await run(({ notices }) => notices.insertReopened([{ ...unit, round: 1, appraisalId: 'appraisal-1' }]));
    expect(await read(({ notices }) => notices.reopened('cycle-1', 'unit-1', 1))).toEqual(['appraisal-1']);
    expect(await read(({ notices }) => notices.reopened('cycle-1', 'unit-1', 2))).toEqual([]);
  });
});
