import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Campaign } from '@kaoji/application';
import { surveyWorkflowId } from '@kaoji/temporal-contract';
import { answerSurveys } from '@kaoji/application/testing';
import { until } from '../rig/until.js';
import { startYearRig, type RunningYear, type YearRig } from '../rig/year-rig.js';

let rig: YearRig;
beforeAll(async () => {
  rig = await startYearRig('survey-flow');
  await rig.work(rig.activities());
}, 60_000);
afterAll(async () => rig?.stop(), 30_000);

const onlyCampaign = async (year: RunningYear): Promise<Campaign> => {
  const [campaign] = await until(
    async () => rig.database.transactions.read(async (stores) => stores.surveys.campaignsOf(year.cycle.id)),
    ([one]) => one?.state !== undefined && one.state !== 'planned',
  );
  if (campaign === undefined) throw new Error('no campaign');
  return campaign;
};
const resultOf = async (year: RunningYear, { id }: Campaign): Promise<unknown> =>
  rig.client.workflow.getHandle(surveyWorkflowId(year.cycleKey, id)).result();
const tallyOf = async (year: RunningYear) =>
  rig.database.transactions.read(async (stores) => stores.surveys.tallyOfUnit(year.cycle.id, year.id('u')));

describe('residentSurvey', () => {
  it('counts a valid sample when HR closes it, and tells the unit', async () => {
    const year = await rig.seed({ workingDayMs: 60_000, units: [{ id: 'u', people: 2 }] });
    await year.start();
    const campaign = await onlyCampaign(year);
    await answerSurveys(rig.database.transactions, year);
    expect(await rig.gateway.closeSurvey(year.cycleKey, campaign.id, 'k1')).toEqual({ ok: true });

    expect(await resultOf(year, campaign)).toEqual({ valid: true, extensions: 0 });
    expect((await onlyCampaign(year)).state).toBe('closed_valid');
    expect(await tallyOf(year)).toEqual(
      year.appraisals.map(({ id }) =>
        expect.objectContaining({ appraisalId: id, issued: 2, valid: 2, satisfied: 2, ordinary: 2 }),
      ),
    );
    expect(await rig.gateway.closeSurvey(year.cycleKey, campaign.id, 'k2')).toEqual({
      ok: false,
      code: 'WORKFLOW_CLOSED',
    });
  }, 60_000);

  it('extends a sample that is not valid, and hands it to the panel after the last extension', async () => {
    const year = await rig.seed({ workingDayMs: 60, units: [{ id: 'u', people: 2 }] });
    await year.start();
    const campaign = await onlyCampaign(year);

    expect(await resultOf(year, campaign)).toEqual({ valid: false, extensions: 1 });
    expect(await onlyCampaign(year)).toMatchObject({ state: 'closed_to_panel', extensions: 1 });
    await year.untilStage('u', 'deliberating');
  }, 60_000);

  it('takes answers in the extension for the count', async () => {
    const year = await rig.seed({ workingDayMs: 60_000, units: [{ id: 'u', people: 2 }] });
    await year.start();
    const campaign = await onlyCampaign(year);
    await rig.gateway.closeSurvey(year.cycleKey, campaign.id, 'k1');
    await until(
      async () => onlyCampaign(year),
      ({ state }) => state === 'extended',
    );
    await answerSurveys(rig.database.transactions, year);
    // The flow may be moments behind the row; until then it takes no second closing for the first.
    let tries = 0;
    await until(
      async () => rig.gateway.closeSurvey(year.cycleKey, campaign.id, `again-${(tries += 1)}`),
      ({ ok }) => ok,
    );
    expect(await resultOf(year, campaign)).toEqual({ valid: true, extensions: 1 });
  }, 60_000);

  it('keeps the unit waiting for the residents when its own collection is over', async () => {
    const year = await rig.seed({ workingDayMs: 60_000, units: [{ id: 'u', people: 2 }] });
    await year.start();
    await year.untilStage('u', 'collecting');
    await rig.gateway.closeCollection(year.cycleKey, year.id('u'), 'k1');
    await year.untilStage('u', 'surveying');
    const campaign = await onlyCampaign(year);
    await answerSurveys(rig.database.transactions, year);
    await rig.gateway.closeSurvey(year.cycleKey, campaign.id, 'k1');
    await year.untilStage('u', 'deliberating');
  }, 60_000);
});
