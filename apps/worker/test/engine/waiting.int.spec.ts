import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  closeCampaign,
  createRulebookShelf,
  destroyBox,
  endCollection,
  openCampaign,
  openConfirmation,
  openUnit,
  recordDeparture,
  remindPeople,
  remindSurvey,
  sendStaffMessages,
  startUnits,
  type FlowMessenger,
  type TaskKind,
} from '@kaoji/application';
import { answerSurveys, openSealed, seedYear, type Year, type YearPlan } from '@kaoji/application/testing';
import { connectTemporal, createStaffMessages, createWorkflowGateway, systemClock } from '@kaoji/gateways';
import { testDatabases, type TestDatabase } from '@kaoji/persistence/testing';
import { startSurveyRig, type SurveyRig } from '../rig/survey-rig.js';

/** Flows that take whatever they are told: here the rows alone are looked at. */
const messenger = {
  startUnit: async () => undefined,
  startSurvey: async () => undefined,
  startAppraisal: async () => undefined,
} as unknown as FlowMessenger;
const cursor = { after: null, report: () => undefined };

describe.each(testDatabases())('what a running year leaves in inboxes on $name', ({ open }) => {
  let database: TestDatabase;
  let survey: SurveyRig;
  let years = 0;
  const nobody = connectTemporal('127.0.0.1:1', 'default');
  beforeAll(async () => {
    database = await open();
    survey = await startSurveyRig(database.url, database, createWorkflowGateway(nobody));
  }, 60_000);
  afterAll(async () => {
    await survey.close();
    await database.close();
    await nobody.connection.close();
  });

  const deps = (now = systemClock.now) => ({
    ...survey.steps,
    ...{ transactions: database.transactions, clock: { now } },
    ...{ rulebooks: createRulebookShelf(), messenger },
  });
  const planned = async (over: Partial<YearPlan> = {}) => {
    years += 1;
    const ids = { cycleId: `c${years}`, areaId: `a${years}` };
    const plan = { workingDayMs: 60_000, units: [{ id: 'u', people: 3, unmarked: [0, 1] }], ...ids, ...over };
    const year = await seedYear(database.transactions, plan);
    const unitId = year.appraisals[0]!.unitId;
    return { year, key: { cycleId: year.cycle.id, cycleKey: year.cycleKey, unitId } };
  };
  /** `role: count` or `role: verbs` of what waits, in alphabetical order. */
  const waiting = async ({ cycle }: Year, kind: TaskKind, beginning: string): Promise<readonly string[]> => {
    const tasks = await database.transactions.read(({ inbox }) => inbox.ofSources(beginning));
    const open = tasks.filter((task) => task.kind === kind && task.cycleId === cycle.id);
    const short = (accountId: string) => accountId.replace(`${cycle.areaId}-`, '');
    return open.map((task) => `${short(task.accountId)}: ${task.count ?? task.verbs.join()}`).toSorted();
  };

  it('asks raters for the marks that are open while a unit collects, and appraisees for their report', async () => {
    const { year, key } = await planned();
    const [first] = year.appraisals;
    const { areaId } = year.cycle;
    await database.transactions.run(({ accounts }) =>
      accounts.insertMany([
        {
          ...{ id: `${areaId}-first`, username: `${areaId}-first`, passwordHash: '', disabled: false },
          ...{ personId: first!.personId, grants: [{ role: 'appraisee', areaId, unitId: key.unitId }] },
        },
      ]),
    );
    const marks = () => waiting(year, 'marking', `marking/${key.cycleId}/`);
    const reports = () => waiting(year, 'duty_report', `duty_report/${key.cycleId}/`);
    expect(await marks()).toEqual([]);

    const { collectionClosesAt } = await openUnit(deps(), key, cursor);
    const peers = ['panel-1', 'panel-2', 'panel-3', 'peer-1', 'peer-2'];
    expect(await marks()).toEqual([...peers.map((name) => `${name}: 2`), 'supervisor: 4']);
    expect(await reports()).toEqual(['first: write']);
    const [task] = await database.transactions.read(({ inbox }) =>
      inbox.ofSources(`marking/${key.cycleId}/`),
    );
    expect(task).toMatchObject({ dueAt: collectionClosesAt, ifNothing: 'counts_as_missing' });

    await recordDeparture(deps(), { cycleId: key.cycleId, appraisalId: first!.id });
    expect(await marks()).toEqual([...peers.map((name) => `${name}: 1`), 'supervisor: 2']);
    expect(await reports()).toEqual([]);

    await endCollection(deps(), key);
    expect(await marks()).toEqual([]);
  });

  it('asks those who may confirm, in the unit and never for themselves, for the consequences that hurt', async () => {
    const { year } = await planned();
    const { areaId } = year.cycle;
    const own = year.appraisals[0]!;
    await database.transactions.run(({ accounts }) =>
      accounts.insertMany([
        {
          ...{ id: `${areaId}-own`, username: `${areaId}-own`, passwordHash: '', disabled: false },
          ...{ personId: own.personId, grants: [{ role: 'superior', areaId, unitId: null }] },
        },
      ]),
    );
    const { id: appraisalId, cycleId } = own;
    await openConfirmation(deps(), { cycleId, appraisalId });
    await openConfirmation(deps(), { cycleId, appraisalId });
    const source = `consequences/${appraisalId}`;
    expect(await waiting(year, 'consequences', source)).toEqual(['hr_officer: decide', 'superior: decide']);
    await recordDeparture(deps(), { cycleId, appraisalId });
    expect(await waiting(year, 'consequences', source)).toEqual([]);
  });

  it('asks for key holders, then for those who open, then for whoever confirms the count; superiors only once it is late', async () => {
    const early = await planned();
    await startUnits(deps(), early.key);
    const campaignOf = async (cycleId: string) =>
      (await database.transactions.read(({ surveys }) => surveys.campaignsOf(cycleId)))[0]!.id;
    const waits = async (year: Year) => {
      const box = `box/${await campaignOf(year.cycle.id)}`;
      return [...(await waiting(year, 'survey_key', box)), ...(await waiting(year, 'survey_count', box))];
    };
    const campaignId = await campaignOf(early.key.cycleId);
    await openCampaign(deps(), { campaignId });
    expect(await waits(early.year)).toEqual(['hr_officer: enrol']);
    await remindSurvey(deps(), { campaignId, stage: 'holders', kind: 'remind' });
    expect(await waits(early.year)).toEqual(['hr_officer: enrol']);
    await remindSurvey(deps(), { campaignId, stage: 'holders', kind: 'escalate' });
    expect(await waits(early.year)).toEqual(['hr_officer: enrol', 'superior: enrol']);
    await openCampaign(deps(), { campaignId });
    expect(await waits(early.year)).toEqual(['hr_officer: enrol', 'superior: enrol']);

    const { year, key } = await planned({ holderKeys: survey.keys });
    await startUnits(deps(), key);
    const id = await campaignOf(key.cycleId);
    await openCampaign(deps(), { campaignId: id });
    await answerSurveys(survey.people, year);
    expect(await waits(year)).toEqual([]);
    await closeCampaign(deps(), { campaignId: id, extensions: 0 });
    expect(await waits(year)).toEqual(['superior: open', 'supervisor: open']);
    await openSealed(survey.people, year);
    expect(await waits(year)).toEqual(['hr_officer: confirm']);
    await remindSurvey(deps(), { campaignId: id, stage: 'box', kind: 'escalate' }); // late word of what is done
    expect(await waits(year)).toEqual(['hr_officer: confirm']);
    await destroyBox(deps(), { campaignId: id });
    expect(await waits(year)).toEqual([]);
  });

  it('writes to staff who are late once a day, in office hours, without a name; whoever has no number has the inbox', async () => {
    const bodies: string[] = [];
    const gateway = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (text: string) => bodies.push(text));
      request.on('end', () => response.writeHead(202).end());
    });
    gateway.listen(0, '127.0.0.1');
    await once(gateway, 'listening');
    const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/`;
    const sms = {
      ...{ url, keyId: 'k', secret: Buffer.alloc(32, 3).toString('base64url'), perSecond: 1000 },
      ...{ templates: { invitation: 'T1', reminder: 'T2', inbox: 'T3' }, timeoutMs: 5000, attempts: 1 },
    };
    const staffMessages = createStaffMessages({ sms }, systemClock)!;
    expect(createStaffMessages({}, systemClock)).toBeNull();

    const { year, key } = await planned({ run: 'live' });
    const { areaId } = year.cycle;
    const phone = '00000000009';
    await database.transactions.run(async ({ places, accounts, marks }) => {
      await places.insertPeople([{ id: `${areaId}-late`, name: '演示迟到', phone }]);
      await accounts.insertMany([
        {
          ...{ id: `${areaId}-late`, username: `${areaId}-late`, passwordHash: '', disabled: false },
          ...{ personId: `${areaId}-late`, grants: [{ role: 'panel_member', areaId, unitId: null }] },
        },
      ]);
      const request = { part: 'political_quality.panel', post: null, role: 'panel_member' };
      await marks.insertRequests([
        { ...request, appraisalId: year.appraisals[0]!.id, raterId: `${areaId}-late` },
      ]);
    });
    // Friday, 6 March 2026, the last moment of the day in Shanghai.
    const friday = Date.UTC(2026, 2, 6, 16) - 1;
    await openUnit(
      deps(() => friday),
      key,
      cursor,
    );
    for (const round of [0, 1])
      await remindPeople(
        deps(() => friday),
        { ...key, round, stage: 'collection', kind: 'remind' },
      );
    const send = (now: number) =>
      sendStaffMessages({ transactions: database.transactions, clock: { now: () => now }, staffMessages });
    expect(await send(friday + 36_000_000)).toBe(0); // Saturday morning
    const monday = Date.UTC(2026, 2, 9, 3);
    expect(await send(monday)).toBe(1);
    expect(await send(monday + 1)).toBe(0);
    gateway.closeAllConnections();
    gateway.close();
    expect(bodies.map((body) => JSON.parse(body) as object)).toEqual([
      expect.objectContaining({ to: phone, template: 'T3', params: {} }),
    ]);
    expect(bodies.join()).not.toMatch(/演示|http/);
    const rest = await database.transactions.read(({ inbox }) => inbox.dueMessages(monday, 50));
    expect(rest).toEqual([]);
  });
});
