import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  admitJoiner,
  closeCampaign,
  createRulebookShelf,
  destroyBox,
  openCampaign,
  recordDeparture,
  sealEvidence,
  startUnits,
  type Campaign,
  type FlowMessenger,
  type SheetBody,
} from '@kaoji/application';
import { answerSurveys, openSealed, seedYear, type Year, type YearPlan } from '@kaoji/application/testing';
import { connectTemporal, createWorkflowGateway, systemClock } from '@kaoji/gateways';
import { testDatabases, type TestDatabase } from '@kaoji/persistence/testing';
import { startSurveyRig, type SurveyRig } from '../rig/survey-rig.js';

/** Flows that take whatever they are told: here the rows alone are looked at. */
const messenger = {
  startUnit: async () => undefined,
  startSurvey: async () => undefined,
  startAppraisal: async () => undefined,
} as unknown as FlowMessenger;

describe.each(testDatabases())('a campaign, step by step, on $name', ({ open }) => {
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

  const deps = () => ({
    ...survey.steps,
    ...{
      transactions: database.transactions,
      clock: systemClock,
      rulebooks: createRulebookShelf(),
      messenger,
    },
  });
  const planned = async (
    over: Partial<YearPlan> = {},
  ): Promise<{ year: Year; id: string; campaign: () => Promise<Campaign | null> }> => {
    years += 1;
    const ids = { cycleId: `c${years}`, areaId: `a${years}` };
    const plan = { workingDayMs: 60_000, units: [{ id: 'u', people: 3 }], holderKeys: survey.keys };
    const year = await seedYear(database.transactions, { ...plan, ...ids, ...over });
    await startUnits(deps(), { cycleId: year.cycle.id, cycleKey: year.cycleKey });
    const [one] = await database.transactions.read(({ surveys }) => surveys.campaignsOf(year.cycle.id));
    const id = one?.id ?? '';
    return {
      year,
      id,
      campaign: async () => database.transactions.read(({ surveys }) => surveys.campaign(id)),
    };
  };
  const sheetOf = async (id: string): Promise<SheetBody> => {
    const sheet = await database.transactions.read(({ surveys }) => surveys.sheet(id));
    return JSON.parse(sheet?.body ?? '{}') as SheetBody;
  };

  it('waits for two holders and then opens once, with one box, however often it is asked', async () => {
    const { id, campaign } = await planned({ holderKeys: survey.keys.slice(0, 1) });
    expect(await openCampaign(deps(), { campaignId: id })).toMatchObject({ outcome: 'waiting_for_holders' });
    expect(await campaign()).toMatchObject({ state: 'planned' });

    const both = await planned();
    const [first, ...again] = await Promise.all(
      [1, 2, 3].map(async () =>
        openCampaign(deps(), { campaignId: both.id }).catch((fault: unknown) => fault),
      ),
    );
    expect(first).toMatchObject({ outcome: 'open' });
    for (const answer of again) expect([first, { code: 'VERSION_CONFLICT' }]).toContainEqual(codeOr(answer));
    const shares = await database.transactions.read(({ boxes }) => boxes.shares(both.id));
    expect(shares).toHaveLength(2);
  });

  it('shows residents who is rated, and writes the sheet anew when somebody leaves', async () => {
    const { year, id } = await planned();
    await openCampaign(deps(), { campaignId: id });
    const before = await sheetOf(id);
    expect(before.people.map(({ appraisalId }) => appraisalId)).toEqual(year.appraisals.map((one) => one.id));
    const [left] = year.appraisals;
    await recordDeparture(deps(), { cycleId: year.cycle.id, appraisalId: left?.id ?? '' });
    const after = await sheetOf(id);
    expect(after.people).toEqual(before.people.slice(1));
    expect(after.publicKey).toBe(before.publicKey);
  });

  it('shows residents somebody who joins while they are being asked', async () => {
    const { year, id } = await planned();
    await openCampaign(deps(), { campaignId: id });
    const [model] = year.appraisals;
    if (model === undefined) throw new Error('a year has people');
    const joiner = { ...model, id: `${model.id}-new`, personId: `${model.personId}-new`, joinedLate: true };
    await database.transactions.run(async ({ places, appraisals }) => {
      await places.insertPeople([{ id: joiner.personId, name: '演示新人', phone: null }]);
      await appraisals.insertMany([joiner]);
    });
    const unit = { cycleId: year.cycle.id, cycleKey: year.cycleKey, unitId: joiner.unitId };
    await admitJoiner(deps(), { ...unit, appraisalId: joiner.id });
    expect((await sheetOf(id)).people.map(({ name }) => name)).toContain('演示新人');
  });

  it('is extended, then given to the panel, when too few answered; nothing of its box is published', async () => {
    const { id, campaign } = await planned();
    await openCampaign(deps(), { campaignId: id });
    expect(await closeCampaign(deps(), { campaignId: id, extensions: 0 })).toMatchObject({
      outcome: 'extended',
    });
    expect(await closeCampaign(deps(), { campaignId: id, extensions: 0 })).toMatchObject({
      outcome: 'extended',
    });
    expect(await campaign()).toMatchObject({ state: 'extended', extensions: 1 });
    expect(await closeCampaign(deps(), { campaignId: id, extensions: 1 })).toEqual({ outcome: 'to_panel' });
    const before = await sheetOf(id);
    expect(await campaign()).toMatchObject({ state: 'closed_to_panel', panelReason: 'sample_not_valid' });
    await destroyBox(deps(), { campaignId: id });
    const box = await database.transactions.read(({ boxes }) => boxes.box(id));
    expect(box).toMatchObject({ root: null, destroyedBy: 'rulebook', destroyedAt: expect.any(Number) });
    const { year, communityName } = before;
    expect(await sheetOf(id)).toEqual({ year, communityName }); // who was asked about is gone
  });

  it('tells those who run it when the second channel is theirs to open', async () => {
    const { year, id } = await planned();
    await openCampaign(deps(), { campaignId: id });
    await closeCampaign(deps(), { campaignId: id, extensions: 0 });
    const told = await database.transactions.read(({ decisions }) => decisions.remindersOf(year.cycle.id));
    expect(told.map(({ stage, recipients }) => [stage, recipients])).toEqual([['survey_second_channel', 1]]);
  });

  it('counts into the evidence only what a named person confirmed, under the hash of the count', async () => {
    const { year, id } = await planned();
    await openCampaign(deps(), { campaignId: id });
    await answerSurveys(survey.people, year);
    await closeCampaign(deps(), { campaignId: id, extensions: 0 });
    await openSealed(survey.people, year);
    const round = {
      cycleId: year.cycle.id,
      cycleKey: year.cycleKey,
      unitId: year.appraisals[0]?.unitId ?? '',
    };
    const surveyIn = async (of: number) => {
      await sealEvidence(deps(), { ...round, round: of });
      const [row] = await database.transactions.read(({ results }) =>
        results.evidenceOfUnit(year.cycle.id, round.unitId, of),
      );
      return (JSON.parse(row?.body ?? '{}') as { survey?: unknown }).survey;
    };
    expect(await surveyIn(1)).toBeUndefined();
    const count = await database.transactions.run(async ({ boxes }) => {
      await boxes.confirmCount(id, 'hr', 1);
      return boxes.count(id);
    });
    expect(await surveyIn(2)).toEqual({
      ...{ issued: 2, valid: 2, satisfied: 2, ordinary: 2, assisted: 0, population: null },
      count: count?.hash,
    });
  });
});

function codeOr(answer: unknown): unknown {
  return answer instanceof Error ? { code: (answer as { code?: string }).code } : answer;
}
