import type { Stores } from '@kaoji/application';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWithSource } from './database.js';
import type { OpenedDatabase } from './database.js';
import { faultOf } from './driver-faults.js';
import {
  accountRecord,
  actRecord,
  archivedBuildRecord,
  archivedRunRecord,
  boxRecord,
  campaignRecord,
  consequenceRecord,
  deputyRecord,
  documentRecord,
  envelopeRecord,
  fillBox,
  importedGradeRecord,
  ledgerRecord,
  linkRecord,
  markRecord,
  noticePageRecord,
  objectionRecord,
  seedUnit,
  testDatabases,
} from './testing.js';
import type { TestDatabase } from './testing.js';

const unitOfCycle = { cycleId: 'cycle-1', unitId: 'unit-1' } as const;
const about = { appraisalId: 'appraisal-0' } as const;

/** Each append-only table, with a column to try to change. */
const TABLES = [
  ['adopted_rulebook', 'body'],
  ['pinned_calendar', 'body'],
  ['consultation', 'summary'],
  ['duty_report', 'text'],
  ['mark', 'value'],
  ['routine', 'value'],
  ['adjustment', 'evidence'],
  ['part_evidence', 'evidence'],
  ['sealed_evidence', 'body'],
  ['evaluation', 'body'],
  ['quota_sheet', 'body'],
  ['sealed_unit', 'body'],
  ['deliberation', 'list_hash'],
  ['public_notice', 'entries'],
  ['signature', 'opinion'],
  ['contest', 'grounds'],
  ['written_result', 'result_hash'],
  ['delivery', 'way'],
  ['contest_event', 'body'],
  ['kin', 'recorded_by'],
  ['consequence', 'effect'],
  ['entitlement_entry', 'effect'],
  ['payroll_export', 'content_hash'],
  ['gate_document', 'reference'],
  ['refused_attempt', 'missing'],
  ['imported_grade', 'result'],
  ['improvement_plan', 'steps'],
  ['plan_act', 'note'],
  ['talk', 'summary'],
  ['acknowledged_case', 'reason'],
  ['questionnaire', 'body'],
  ['box_holder', 'public_key'],
  ['box_leaf', 'digest'],
  ['survey_draw', 'seed'],
  ['survey_handover', 'reason'],
  ['approval_act', 'reason'],
  ['objection', 'sealed'],
  ['objection_answer', 'reason'],
  ['reopened_appraisal', 'appraisal_id'],
  ['panel', 'members'],
  ['panel_stand_down', 'reason'],
  ['declared_interest', 'declared_by'],
  ['panel_challenge', 'reason'],
  ['panel_challenge_answer', 'reason'],
  ['archived_run', 'hash'],
  ['archived_build', 'bundle_hash'],
  ['log_entry', 'hash'],
  ['log_head', 'root'],
  ['log_key', 'public_key'],
  ['access_log', 'permission'],
  ['early_closing', 'reason'],
  ['task_reminder', 'reminded_by'],
  ['erasure', 'clause'],
] as const;

async function oneRowInEach(database: TestDatabase): Promise<void> {
  await database.transactions.run(async (stores) => {
    await seedUnit(stores, 1);
    const { appraisals, marks, results, decisions, cycles } = stores;
    await cycles.insertConsultation({
      cycleId: 'cycle-1',
      heldOn: '2026-01-05',
      form: 'written',
      summary: 's',
      recordedBy: 'a',
      recordedAt: 1,
    });
    await cycles.insertEarlyClosing({
      ...{ ...unitOfCycle, id: 'e', reason: 'r', closedBy: 'a', closedAt: 1 },
    });
    await stores.waiting.remind({
      ...{ taskId: 't', day: '2026-01-05', cycleId: 'cycle-1', accountId: 'a' },
      ...{ remindedBy: 'a', remindedAt: 1 },
    });
    await appraisals.insertDutyReport({ ...about, text: 't', version: 1, submittedAt: 1 });
    await marks.append([markRecord()]);
    await marks.appendRoutine([
      { ...about, period: 'q1', value: '1', version: 1, recordedBy: 'a', recordedAt: 1 },
    ]);
    await marks.appendAdjustments([
      { ...about, item: 'i', times: 1, evidence: [], version: 1, recordedBy: 'a', recordedAt: 1 },
    ]);
    await marks.appendEvidence([
      { ...about, part: 'p', evidence: ['e'], version: 1, recordedBy: 'a', recordedAt: 1 },
    ]);
    await results.insertEvidence([{ ...about, round: 1, hash: 'h', body: '{}', sealedAt: 1 }]);
    await results.insertEvaluations([{ ...about, round: 1, hash: 'h', body: '{}' }]);
    await results.insertQuotaSheet({ ...unitOfCycle, round: 1, hash: 'h', body: '{}' });
    await results.insertSealedUnit({ ...unitOfCycle, round: 1, hash: 'h', body: '{}', sealedAt: 1 });
    await decisions.insertDeliberation({
      ...unitOfCycle,
      round: 1,
      verdict: 'approve',
      listHash: 'h',
      reason: null,
      decidedBy: 'a',
      decidedAt: 1,
    });
    await decisions.insertNotice({ ...unitOfCycle, entries: [], startsAt: 1, endsAt: 2 });
    await decisions.insertSignature({ ...about, signed: true, opinion: null, signedAt: 1 });
    await decisions.insertContest({ ...about, id: 'c', grounds: 'g', filedAt: 1 });
    await decisions.appendConsequences([consequenceRecord()]);
    await stores.deliveries.write([
      { ...about, document: 'result', resultHash: 'h', approvedBy: 'a', writtenAt: 1, dueAt: 2 },
    ]);
    await stores.deliveries.insert([
      {
        ...{ ...about, document: 'result', way: 'received', deliveredBy: 'a', witnesses: [] },
        ...{ reference: null, deliveredAt: 1, contestUntil: 2 },
      },
    ]);
    await stores.contests.append({
      ...{ contestId: 'c', seq: 1, actor: null, happenedAt: 1, body: { kind: 'ended' } },
    });
    await decisionRows(stores);
    await decisions.insertAcknowledged([
      { ...unitOfCycle, ...about, round: 1, reason: 'r', acknowledgedBy: 'a' },
    ]);
    await stores.notices.insertPage(noticePageRecord());
    await stores.notices.insertObjection(objectionRecord());
    await stores.notices.insertAnswer({
      ...{ objectionId: 'objection-1', verdict: 'dismissed', reason: 'r', touch: null, touched: [] },
      ...{ answeredBy: 'a', answeredAt: 1 },
    });
    await stores.notices.insertReopened([{ ...unitOfCycle, ...about, round: 1 }]);
    await stores.approvals.insertAct(actRecord({ reason: 'r' }));
    await surveyRows(stores);
    await panelRows(stores);
    await stores.archivedRuns.insert(archivedRunRecord());
    await stores.archivedRuns.insertBuild(archivedBuildRecord());
    await logRows(stores);
    await accessRows(stores);
  });
  await fillBox(database.url, [envelopeRecord()]);
}

async function decisionRows({ ledger, documents, plans }: Stores): Promise<void> {
  await ledger.enter([ledgerRecord()]);
  await ledger.insertExport({
    id: 'x',
    areaId: 'area-1',
    fromDay: '2027-01-01',
    toDay: '2027-01-31',
    format: 'csv',
    entries: 1,
    contentHash: 'h',
    exportedBy: 'a',
    exportedAt: 1,
  });
  await documents.insert(documentRecord());
  await documents.insertAttempt({
    ...unitOfCycle,
    ...about,
    id: 'r',
    rules: ['r'],
    missing: [{ rule: 'r', record: 'm' }],
    code: 'GATE_RECORDS_MISSING',
    attemptedBy: 'a',
    attemptedAt: 1,
  });
  await documents.insertImported([importedGradeRecord()]);
  const plan = { ...unitOfCycle, ...about, id: 'p', personId: 'person-0', rule: null, steps: ['s'] };
  await plans.insertPlan({ ...plan, followedBy: 'a', dueAt: 2, setBy: 'a', setAt: 1 });
  await plans.insertAct({ planId: 'p', step: 0, outcome: 'done', note: 'n', actedBy: 'a', actedAt: 1 });
  const talk = { ...about, id: 't', kind: 'reminder', heldOn: '2027-01-05', heldBy: 'a' } as const;
  await plans.insertTalk({ ...talk, summary: 's', reply: null, recordedBy: 'a', recordedAt: 1 });
}

async function panelRows({ panels }: Stores): Promise<void> {
  const seat = { ...about, part: 'p', role: 'r', raterId: 'a' };
  const place = { ...unitOfCycle, part: 'p', role: 'r', members: ['a'] };
  await panels.insert([{ ...place, id: 'panel-1', namedBy: 'a', namedAt: 1 }]);
  await panels.standDown([
    { ...seat, raterId: 'b', cause: 'absent', reason: 'r', replacedBy: null, decidedBy: 'a', decidedAt: 1 },
  ]);
  await panels.challenge({ ...seat, reason: 'r', askedBy: 'a', askedAt: 1 });
  await panels.answerChallenge({ ...seat, verdict: 'refused', reason: 'r', decidedBy: 'a', decidedAt: 1 });
  const tie = { personId: 'person-0', accountId: accountRecord().id, kind: 'competing' } as const;
  await panels.declare([{ ...tie, declaredBy: 'a', declaredAt: 1 }]);
}

async function logRows({ log }: Stores): Promise<void> {
  const of = { cycleId: 'cycle-1', suite: 'intl' } as const;
  await log.append('cycle-1', [{ leaf: 0, suite: 'intl', kind: 'decision', ref: 'r', hash: 'h' }]);
  await log.insertHead({ ...of, size: 1, root: 'h', note: 'n', frontier: 'f', timestamp: null, at: 1 });
  await log.insertKey({ ...of, keyId: 'k', name: 'n', publicKey: 'p', change: null, at: 1 });
}

async function accessRows({ accessLog, personKeys }: Stores): Promise<void> {
  await accessLog.append([
    {
      ...{ id: 'look', accountId: accountRecord().id, role: 'auditor', permission: 'audit.access' },
      ...{ endpoint: 'access', cycleId: 'cycle-1', subject: null, at: 1 },
    },
  ]);
  await personKeys.insert({
    ...{ personId: 'person-0', suite: 'intl', masterKeyId: 'm', wrapped: Uint8Array.of(1) },
    ...{ destroyedAt: null, destroyedBy: null, clause: null },
  });
  await personKeys.destroy('person-0', 'a', 'c', 1);
}

async function surveyRows(stores: Stores): Promise<void> {
  const { accounts, questionnaires, surveys, boxes, invitations } = stores;
  await accounts.insertMany([accountRecord()]);
  await stores.contests.recordKin({
    ...{ personId: 'person-0', accountId: 'account-1', recordedBy: 'a', recordedAt: 1 },
  });
  await questionnaires.adopt({ hash: 'h', body: '{}', adoptedAt: 1 });
  await surveys.insertCampaigns([campaignRecord({ state: 'open' })]);
  await surveys.insertLinks([linkRecord()]);
  await boxes.insertHolder({
    cycleId: 'cycle-1',
    accountId: 'account-1',
    publicKey: 'k',
    salt: 's',
    enrolledAt: 1,
  });
  await boxes.insertBox(boxRecord(), [
    { campaignId: 'campaign-1', accountId: 'account-1', fromAccount: null, sealed: 's' },
  ]);
  await boxes.seal('campaign-1', 'root', [{ campaignId: 'campaign-1', position: 0, digest: 'd' }], 1);
  await boxes.putCount({
    campaignId: 'campaign-1',
    hash: 'h',
    body: '{}',
    countedAt: 1,
    confirmedBy: null,
    confirmedAt: null,
  });
  await boxes.insertHandover({ campaignId: 'campaign-1', reason: 'r', handedOverBy: 'a', handedOverAt: 1 });
  await invitations.insertDraw({
    campaignId: 'campaign-1',
    seed: 's',
    listHash: 'h',
    strata: '{}',
    drawnBy: 'a',
    drawnAt: 1,
  });
}

describe.each(testDatabases())('the database itself on $name', ({ open, name }) => {
  let database: TestDatabase;
  let inside: OpenedDatabase;
  beforeAll(async () => {
    database = await open();
    inside = await openWithSource(database.url);
    await oneRowInEach(database);
  });
  afterAll(async () => {
    await inside.close();
    await database.close();
  });

  /** What the database says to a statement nobody wrote for it. */
  const refusalOf = async (sql: string): Promise<string> => {
    const statement = name === 'SQLite' ? sql : sql.replaceAll('"', '`');
    const fault = await inside.source.query(statement).then(
      () => ({ kind: 'done' as const }),
      (thrown: unknown) => faultOf(thrown),
    );
    return fault.kind === 'refused' || fault.kind === 'other' ? fault.code : fault.kind;
  };
  const countOf = async (table: string): Promise<number> =>
    Number(((await inside.source.query(`SELECT COUNT(*) AS n FROM ${table}`)) as { n: unknown }[])[0]?.n);

  it.each(TABLES)('refuses to change or remove a row of %s', async (table, column) => {
    expect(await countOf(table)).toBe(1);
    expect(await refusalOf(`UPDATE "${table}" SET "${column}" = 'changed'`)).toBe('APPEND_ONLY');
    expect(await refusalOf(`UPDATE "${table}" SET "${column}" = "${column}"`)).toBe('APPEND_ONLY');
    expect(await refusalOf(`DELETE FROM "${table}"`)).toBe('APPEND_ONLY');
    expect(await countOf(table)).toBe(1);
  });

  it('refuses to replace a row of an append-only table by its key', async () => {
    const sql = `REPLACE INTO "signature" ("appraisal_id", "signed", "opinion", "signed_at") VALUES ('appraisal-0', 0, 'forged', 1)`;
    expect(await refusalOf(sql)).toBe('APPEND_ONLY');
  });

  it('refuses to edit a resident’s envelope; it may be destroyed after the count', async () => {
    expect(await refusalOf(`UPDATE "survey_envelope" SET "sealed" = 'edited'`)).toBe('APPEND_ONLY');
    expect(await refusalOf('DELETE FROM "survey_envelope"')).toBe('done');
  });

  it('refuses to change or remove a deputy; one may be taken back once', async () => {
    await database.transactions.run(async ({ accounts, approvals }) => {
      await accounts.insertMany([accountRecord({ id: 'account-2', username: 'two' })]);
      await approvals.insertDeputy(deputyRecord());
    });
    expect(await refusalOf('UPDATE "deputy" SET "until_at" = 99')).toBe('APPEND_ONLY');
    expect(await refusalOf('UPDATE "deputy" SET "until_at" = 99, "ended_at" = 5')).toBe('APPEND_ONLY');
    expect(await refusalOf('DELETE FROM "deputy"')).toBe('APPEND_ONLY');
    const end = 'UPDATE "deputy" SET "ended_at" = 5';
    expect([await refusalOf(end), await refusalOf(end)]).toEqual(['done', 'APPEND_ONLY']);
  });

  it('refuses to edit a share of a box; it may be destroyed', async () => {
    expect(await refusalOf(`UPDATE "box_share" SET "sealed" = 'mine'`)).toBe('APPEND_ONLY');
    expect(await refusalOf('DELETE FROM "box_share"')).toBe('done');
  });

  it.each([
    [`UPDATE "ballot_box" SET "root" = 'another'`],
    [`UPDATE "ballot_box" SET "root" = NULL, "leaves" = NULL, "sealed_at" = NULL`],
    [`UPDATE "ballot_box" SET "public_key" = 'mine'`],
    ['DELETE FROM "ballot_box"'],
  ])('refuses to take back what a box published: %s', async (sql) => {
    expect(await refusalOf(sql)).toBe('APPEND_ONLY');
  });

  it('lets a box be destroyed once', async () => {
    const destroy = (by: string) =>
      refusalOf(`UPDATE "ballot_box" SET "destroyed_at" = 2, "destroyed_by" = '${by}'`);
    expect([await destroy('a'), await destroy('b')]).toEqual(['done', 'APPEND_ONLY']);
  });

  it('lets a count be confirmed once, and nothing else about it change', async () => {
    const confirm = `UPDATE "campaign_count" SET "confirmed_by" = 'a', "confirmed_at" = 2`;
    expect(await refusalOf(`UPDATE "campaign_count" SET "body" = '{"n":9}'`)).toBe('APPEND_ONLY');
    expect([await refusalOf(confirm), await refusalOf(confirm)]).toEqual(['done', 'APPEND_ONLY']);
    expect(await refusalOf('DELETE FROM "campaign_count"')).toBe('APPEND_ONLY');
  });

  it.each([
    ['run', `'rehearsal-9'`],
    ['area_id', `'area-2'`],
    ['year', '2027'],
    ['rulebook_hash', `'other'`],
    ['calendar_hash', `'other'`],
    ['draw_seed', `'luckier'`],
  ])('refuses to change what a cycle is: its %s', async (column, value) => {
    expect(await refusalOf(`UPDATE "cycle" SET "${column}" = ${value}`)).toBe('CYCLE_IDENTITY');
  });

  it.each([
    [`UPDATE "cycle" SET "state" = 'paused'`],
    [`UPDATE "cycle_unit" SET "round" = -1`],
    [`UPDATE "cycle_unit" SET "headcount" = -1`],
    [`UPDATE "appraisal" SET "status" = 'approved'`],
    [`UPDATE "campaign" SET "extensions" = -1`],
    [`UPDATE "survey_link" SET "state" = 'spent'`],
    [`UPDATE "campaign" SET "panel_reason" = 'sample_not_valid'`],
    [`UPDATE "survey_link" SET "channel" = 'telephone'`],
    [`INSERT INTO "survey_tally" VALUES ('campaign-1', 'appraisal-0', 10, 5, 6, 5, 0, NULL)`],
    [`INSERT INTO "survey_tally" VALUES ('campaign-1', 'appraisal-0', 10, 5, 4, 4, 6, NULL)`],
    [`INSERT INTO "survey_pace" VALUES ('campaign-1', '2026-03-01', 'h24', 1)`],
    [`INSERT INTO "part_evidence" VALUES ('appraisal-0', 'p', '[]', 0, 'a', 1)`],
    [`INSERT INTO "mark" VALUES ('appraisal-0', 'p', '', 'r', 'a', '1', NULL, 0, 1)`],
  ])('refuses a state or count that cannot be: %s', async (sql) => {
    expect(await refusalOf(sql)).toBe('check');
  });

  it('refuses to remove a person or a cycle others refer to', async () => {
    expect(await refusalOf('DELETE FROM "person"')).toBe('reference');
    expect(await refusalOf('DELETE FROM "cycle"')).toBe('reference');
  });
});
