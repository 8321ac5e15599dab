import type { Stores } from '@kaoji/application';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWithSource } from './database.js';
import type { OpenedDatabase } from './database.js';
import {
  accountRecord,
  campaignRecord,
  consequenceRecord,
  inboxTaskRecord,
  invitationRecord,
  linkRecord,
  markRecord,
  seedUnit,
  testDatabases,
} from './testing.js';
import type { TestDatabase } from './testing.js';

const PEOPLE = 200;
const ids = Array.from({ length: PEOPLE }, (_, number) => `appraisal-${number}`);
const page = { after: null, limit: 50 } as const;

/** Every read of the ports, with the most statements it may take over a unit of 200. */
const READS: readonly [string, number, (stores: Stores) => Promise<unknown>][] = [
  ['unitsOf', 1, ({ places }) => places.unitsOf('area-1')],
  ['communitiesOf', 1, ({ places }) => places.communitiesOf('unit-1')],
  ['community', 1, ({ places }) => places.community('community-1')],
  ['people', 1, ({ places }) => places.people(ids.map((_, number) => `person-${number}`))],
  ['byUsername', 2, ({ accounts }) => accounts.byUsername('account-1')],
  ['account byId', 2, ({ accounts }) => accounts.byId('account-1')],
  ['holdersOf', 2, ({ accounts }) => accounts.holdersOf('supervisor', 'area-1', 'unit-1')],
  ['session', 1, ({ accounts }) => accounts.session('t')],
  ['byHash', 1, ({ rulebooks }) => rulebooks.byHash('h')],
  ['calendar', 1, ({ rulebooks }) => rulebooks.calendar('h')],
  ['cycle byId', 1, ({ cycles }) => cycles.byId('cycle-1')],
  ['cycles of an area', 1, ({ cycles }) => cycles.list('area-1', { ...page, after: 'a' })],
  ['runsOf', 1, ({ cycles }) => cycles.runsOf('area-1', 2026)],
  ['consultations', 1, ({ cycles }) => cycles.consultations('cycle-1')],
  ['units', 1, ({ cycles }) => cycles.units('cycle-1')],
  ['unit', 1, ({ cycles }) => cycles.unit('cycle-1', 'unit-1')],
  ['appraisal byId', 1, ({ appraisals }) => appraisals.byId('appraisal-1')],
  ['ofUnit', 1, ({ appraisals }) => appraisals.ofUnit('cycle-1', 'unit-1')],
  ['countByUnit', 1, ({ appraisals }) => appraisals.countByUnit('cycle-1')],
  ['ofCycle', 1, ({ appraisals }) => appraisals.ofCycle('cycle-1', { ...page, after: 'appraisal-1' })],
  ['ofCommunity', 1, ({ appraisals }) => appraisals.ofCommunity('cycle-1', 'community-1')],
  ['ofPerson', 1, ({ appraisals }) => appraisals.ofPerson('person-1')],
  ['latestDutyReport', 1, ({ appraisals }) => appraisals.latestDutyReport('appraisal-1')],
  ['requestsFor', 1, ({ marks }) => marks.requestsFor('cycle-1', 'account-1')],
  ['openRequestsOfUnit', 1, ({ marks }) => marks.openRequestsOfUnit('cycle-1', 'unit-1')],
  ['openCountsOfUnit', 1, ({ marks }) => marks.openCountsOfUnit('cycle-1', 'unit-1', null)],
  ['openCountsOfUnit of some', 1, ({ marks }) => marks.openCountsOfUnit('cycle-1', 'unit-1', ['a', 'b'])],
  ['appraisals byIds', 1, ({ appraisals }) => appraisals.byIds(ids)],
  ['inbox ofSource', 1, ({ inbox }) => inbox.ofSource('result/a')],
  ['inbox ofSources', 1, ({ inbox }) => inbox.ofSources('result/')],
  ['inbox feed', 1, ({ inbox }) => inbox.feed('h')],
  ['inbox feedOf', 1, ({ inbox }) => inbox.feedOf('account-1')],
  ['latestVersion', 1, ({ marks }) => marks.latestVersion('appraisal-1', 'p', null, 'r', 'a')],
  ['currentOfUnit', 1, ({ marks }) => marks.currentOfUnit('cycle-1', 'unit-1')],
  ['currentRoutineOfUnit', 1, ({ marks }) => marks.currentRoutineOfUnit('cycle-1', 'unit-1')],
  ['currentAdjustmentsOfUnit', 1, ({ marks }) => marks.currentAdjustmentsOfUnit('cycle-1', 'unit-1')],
  ['currentEvidenceOfUnit', 1, ({ marks }) => marks.currentEvidenceOfUnit('cycle-1', 'unit-1')],
  ['campaign', 1, ({ surveys }) => surveys.campaign('campaign-1')],
  ['campaignsOf', 1, ({ surveys }) => surveys.campaignsOf('cycle-1')],
  ['link', 1, ({ surveys }) => surveys.link('l')],
  ['linkCounts', 1, ({ surveys }) => surveys.linkCounts('campaign-1')],
  ['envelopeCounts', 1, ({ surveys }) => surveys.envelopeCounts('campaign-1')],
  ['strippedEnvelopes', 1, ({ surveys }) => surveys.strippedEnvelopes('campaign-1')],
  ['sheet', 1, ({ surveys }) => surveys.sheet('campaign-1')],
  ['paceOf', 1, ({ surveys }) => surveys.paceOf('campaign-1')],
  ['tallyOfUnit', 1, ({ surveys }) => surveys.tallyOfUnit('cycle-1', 'unit-1')],
  ['responseCount', 2, ({ surveys }) => surveys.responseCount('cycle-1')],
  ['questionnaire byHash', 1, ({ questionnaires }) => questionnaires.byHash('h')],
  ['questionnaire ofCycle', 1, ({ questionnaires }) => questionnaires.ofCycle('cycle-1')],
  ['holders', 1, ({ boxes }) => boxes.holders('cycle-1')],
  ['box', 1, ({ boxes }) => boxes.box('campaign-1')],
  ['leaves', 1, ({ boxes }) => boxes.leaves('campaign-1')],
  ['shares', 1, ({ boxes }) => boxes.shares('campaign-1')],
  ['sharesFor', 1, ({ boxes }) => boxes.sharesFor('campaign-1', 'account-1')],
  ['count', 1, ({ boxes }) => boxes.count('campaign-1')],
  ['handover', 1, ({ boxes }) => boxes.handover('campaign-1')],
  ['residents', 1, ({ invitations }) => invitations.residents('campaign-1')],
  ['residentCounts', 1, ({ invitations }) => invitations.residentCounts('campaign-1')],
  ['draw', 1, ({ invitations }) => invitations.draw('campaign-1')],
  ['invitation byId', 1, ({ invitations }) => invitations.byId('i')],
  ['invitations of a campaign', 1, ({ invitations }) => invitations.ofCampaign('campaign-1')],
  ['spentAmong', 1, ({ invitations }) => invitations.spentAmong(ids)],
  ['waiting', 1, ({ invitations }) => invitations.waiting('campaign-1', { ...page, after: 'i' })],
  ['unanswered', 1, ({ invitations }) => invitations.unanswered('campaign-1', 2, { ...page, after: 'i' })],
  ['invitation counts', 1, ({ invitations }) => invitations.counts('campaign-1')],
  ['acknowledged', 1, ({ decisions }) => decisions.acknowledged('cycle-1', 'unit-1')],
  ['evidence', 1, ({ results }) => results.evidence('appraisal-1')],
  ['evidenceOfUnit', 1, ({ results }) => results.evidenceOfUnit('cycle-1', 'unit-1', 1)],
  ['evaluation', 1, ({ results }) => results.evaluation('appraisal-1')],
  ['evaluationsOfUnit', 1, ({ results }) => results.evaluationsOfUnit('cycle-1', 'unit-1', 1)],
  ['evaluationByHash', 1, ({ results }) => results.evaluationByHash('appraisal-1', 'hash-1')],
  ['quotaSheet', 1, ({ results }) => results.quotaSheet('cycle-1', 'unit-1')],
  ['actsOf', 1, ({ approvals }) => approvals.actsOf('cycle-1', 'unit-1')],
  ['act', 1, ({ approvals }) => approvals.act('act-1')],
  ['snapshot', 1, ({ approvals }) => approvals.snapshot('list/cycle-1/unit-1/1')],
  ['latestOf', 1, ({ approvals }) => approvals.latestOf('cycle-1', 'unit-1')],
  ['deputy', 1, ({ approvals }) => approvals.deputy('deputy-1')],
  ['deputiesOf', 1, ({ approvals }) => approvals.deputiesOf('account-1')],
  ['principalsOf', 1, ({ approvals }) => approvals.principalsOf('account-1', 5)],
  ['deliberations', 1, ({ decisions }) => decisions.deliberations('cycle-1', 'unit-1')],
  ['notices', 1, ({ decisions }) => decisions.notices('cycle-1')],
  ['noticesOpenAt', 1, ({ decisions }) => decisions.noticesOpenAt(5)],
  ['signature', 1, ({ decisions }) => decisions.signature('appraisal-1')],
  ['contestOf', 1, ({ decisions }) => decisions.contestOf('appraisal-1')],
  ['currentConsequences', 1, ({ decisions }) => decisions.currentConsequences(ids)],
  ['ofPerson', 1, ({ ledger }) => ledger.ofPerson('person-1')],
  ['entitlements of a cycle', 1, ({ ledger }) => ledger.countOfCycle('cycle-1')],
  ['recordedOf', 1, ({ documents }) => documents.recordedOf(['person-1', 'person-2'])],
  ['importedOf', 1, ({ documents }) => documents.importedOf(['person-1', 'person-2'])],
  ['attemptsOf', 1, ({ documents }) => documents.attemptsOf('cycle-1', 'unit-1')],
  ['log size', 1, ({ log }) => log.size('cycle-1')],
  ['log entries', 1, ({ log }) => log.entries('cycle-1', 0, 100)],
  ['log latestHead', 1, ({ log }) => log.latestHead('cycle-1')],
  ['log heads', 1, ({ log }) => log.heads('cycle-1')],
  ['log keys', 1, ({ log }) => log.keys('cycle-1')],
  ['accessLog page', 1, ({ accessLog }) => accessLog.page('cycle-1', { ...page, subject: 's' })],
  ['personKeys of', 1, ({ personKeys }) => personKeys.of(['person-1'])],
  ['erasures', 1, ({ personKeys }) => personKeys.erasures(['person-1'])],
  ['remindersOf', 1, ({ decisions }) => decisions.remindersOf('cycle-1')],
  ['pendingOutbox', 1, ({ effects }) => effects.pendingOutbox(10)],
];

const marksOfAll = (each: number) =>
  ids.flatMap((appraisalId) =>
    Array.from({ length: each }, (_, number) => markRecord({ appraisalId, raterId: `rater-${number}` })),
  );
const evidence = (appraisalId: string) => ({
  appraisalId,
  round: 1,
  hash: 'h',
  body: '{"a":1}'.repeat(500),
  sealedAt: 1,
});

/** Every set-wise write of a unit's stages, with the most statements it may take for 200 people. */
const WRITES: readonly [string, number, (stores: Stores) => Promise<unknown>][] = [
  ['insertRequests, 1,000', 2, ({ marks }) => marks.insertRequests(marksOfAll(5))],
  ['append first marks, 1,000', 2, ({ marks }) => marks.append(marksOfAll(5))],
  [
    'append next marks, 200',
    2,
    ({ marks }) => marks.append(marksOfAll(1).map((mark) => ({ ...mark, version: 2 }))),
  ],
  [
    'appendEvidence, 400',
    1,
    ({ marks }) =>
      marks.appendEvidence(
        ids.flatMap((appraisalId) =>
          ['p', 'q'].map((part) => ({
            appraisalId,
            part,
            evidence: ['e-1', 'e-2'],
            version: 1,
            recordedBy: 'a',
            recordedAt: 1,
          })),
        ),
      ),
  ],
  ['insertEvidence, 200', 1, ({ results }) => results.insertEvidence(ids.map(evidence))],
  ['insertEvaluations, 200', 1, ({ results }) => results.insertEvaluations(ids.map(evidence))],
  [
    'advanceMany, 200',
    1,
    ({ appraisals }) =>
      appraisals.advanceMany(
        ids.map((id, n) => ({
          id,
          change: { status: 'sealed', composite: `${n}/7`, evidenceHash: `e${n}` },
        })),
      ),
  ],
  [
    'appendConsequences, 200',
    1,
    ({ decisions }) =>
      decisions.appendConsequences(ids.map((appraisalId) => consequenceRecord({ appraisalId }))),
  ],
  [
    'insertLinks, 1,000',
    2,
    ({ surveys }) =>
      surveys.insertLinks(Array.from({ length: 1000 }, (_, n) => linkRecord({ linkHash: `l-${n}` }))),
  ],
  [
    'replaceTally, 200',
    2,
    ({ surveys }) =>
      surveys.replaceTally(
        'campaign-1',
        ids.map((appraisalId) => ({
          campaignId: 'campaign-1',
          appraisalId,
          issued: 3,
          valid: 2,
          satisfied: 1,
          ordinary: 1,
          assisted: 0,
          population: 40,
        })),
      ),
  ],
  [
    'projectMany, 200 sources',
    5,
    ({ inbox }) =>
      inbox.projectMany(
        ids.map((id) => ({
          source: `result/${id}`,
          version: 1,
          tasks: [inboxTaskRecord({ id, accountId: id, source: `result/${id}`, appraisalId: id })],
        })),
        1,
      ),
  ],
  [
    'append, 1,000 entries of a log',
    3,
    ({ log }) =>
      log.append(
        'cycle-1',
        Array.from({ length: 1000 }, (_, leaf) => ({
          ...{ leaf, ref: `r-${leaf}`, suite: 'intl', kind: 'decision' as const, hash: 'sha256:00' },
        })),
      ),
  ],
  ['once', 3, ({ effects }) => effects.once('key', () => Promise.resolve('done'))],
  [
    'insertMany, 200 invitations',
    1,
    ({ invitations }) =>
      invitations.insertMany(
        ids.map((id, n) => invitationRecord({ id, ref: id, linkHash: `l-${n}`, state: 'sent' })),
      ),
  ],
  [
    'replaceResidents, 200',
    2,
    ({ invitations }) =>
      invitations.replaceResidents(
        'campaign-1',
        ids.map((ref) => ({ campaignId: 'campaign-1', ref, stratum: 'ordinary', drawn: false, sealed: 's' })),
      ),
  ],
  ['markDrawn, 200', 1, ({ invitations }) => invitations.markDrawn('campaign-1', ids)],
  [
    'addPace, 3',
    1,
    ({ surveys }) =>
      surveys.addPace(
        ['h08', 'h09', 'under_15s'].map((bucket) => ({
          campaignId: 'campaign-1',
          day: '2026-03-01',
          bucket,
          count: 4,
        })),
      ),
  ],
];

const FRAME = /^(BEGIN|COMMIT|START|SET TRANSACTION)/;

describe.each(testDatabases())('a unit of 200 on $name', ({ open, name }) => {
  const statements: string[] = [];
  let database: TestDatabase;
  let inside: OpenedDatabase;
  beforeAll(async () => {
    database = await open({ onStatement: (sql) => statements.push(sql) });
    inside = await openWithSource(database.url);
    await database.transactions.run(async (stores) => {
      await seedUnit(stores, PEOPLE);
      await stores.accounts.insertMany([
        accountRecord({ grants: [{ role: 'supervisor', areaId: 'area-1', unitId: null }] }),
      ]);
      await stores.surveys.insertCampaigns([campaignRecord()]);
    });
  });
  afterAll(async () => {
    await inside.close();
    await database.close();
  });
  const statementsOf = async (work: () => Promise<unknown>): Promise<string[]> => {
    statements.length = 0;
    await work();
    return statements.filter((sql) => !FRAME.test(sql));
  };

  it.each(WRITES)('is written in few statements: %s in at most %d', async (_what, most, write) => {
    const taken = await statementsOf(() => database.transactions.run(write));
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.length).toBeLessThanOrEqual(most);
  });

  it.each(READS)(
    'is read in few statements, each by an index: %s in at most %d',
    async (_what, most, read) => {
      const taken = await statementsOf(() => database.transactions.read(read));
      expect(taken.length).toBeGreaterThan(0);
      expect(taken.length).toBeLessThanOrEqual(most);
      if (name !== 'SQLite') return; // MariaDB's plan depends on how many rows there are today
      for (const sql of taken) {
        const values = (sql.match(/\?/g) ?? []).map(() => 'x');
        const plan = (await inside.source.query(`EXPLAIN QUERY PLAN ${sql}`, values)) as { detail: string }[];
        expect(plan.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN'))).toEqual([]);
      }
    },
  );

  it('pages through a cycle without sorting it', async () => {
    const [sql] = await statementsOf(() =>
      database.transactions.read(({ appraisals }) => appraisals.ofCycle('cycle-1', { after: 'a', limit: 5 })),
    );
    const plan = JSON.stringify(
      await inside.source.query(`EXPLAIN ${name === 'SQLite' ? 'QUERY PLAN ' : ''}${sql!}`, [
        'cycle-1',
        'a',
        5,
      ]),
    );
    expect(plan).toContain('idx_appraisal_cycle');
    expect(plan).not.toMatch(/TEMP B-TREE|filesort/);
  });
});

describe.each(testDatabases())('2,000 people on $name', ({ open }) => {
  it('are enrolled and marked ten times each in seconds, on a busy machine too', async () => {
    const database = await open();
    const begun = performance.now();
    await database.transactions.run((stores) => seedUnit(stores, 2000));
    const marks = Array.from({ length: 20_000 }, (_, n) =>
      markRecord({ appraisalId: `appraisal-${n % 2000}`, raterId: `r-${Math.floor(n / 2000)}` }),
    );
    await database.transactions.run((stores) => stores.marks.append(marks));
    const seconds = (performance.now() - begun) / 1000;
    expect(
      await database.transactions.read(
        async (stores) => (await stores.marks.currentOfUnit('cycle-1', 'unit-1')).length,
      ),
    ).toBe(20_000);
    await database.close();
    expect(seconds).toBeLessThan(10);
  });
});
