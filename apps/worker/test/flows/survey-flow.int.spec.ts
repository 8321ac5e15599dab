import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Campaign } from '@kaoji/application';
import { surveyStateQuery, surveyWorkflowId } from '@kaoji/temporal-contract';
import { relayOutbox } from '@kaoji/application/staff';
import { answerSurveys, openAndConfirm, openSealed } from '@kaoji/application/testing';
import { until } from '../rig/until.js';
import { startYearRig, type RunningYear, type YearRig } from '../rig/year-rig.js';

const UNITS = [{ id: 'u', people: 2 }];
const SLOW = { workingDayMs: 60_000, units: UNITS };

let rig: YearRig;
beforeAll(async () => {
  rig = await startYearRig('survey-flow');
  await rig.work(rig.activities());
}, 60_000);
afterAll(async () => rig?.stop(), 60_000);

const campaignOf = async (year: RunningYear): Promise<Campaign | undefined> =>
  (await rig.database.transactions.read(async (stores) => stores.surveys.campaignsOf(year.cycle.id)))[0];
const untilState = async (year: RunningYear, state: Campaign['state']): Promise<Campaign> => {
  const found = await until(
    async () => campaignOf(year),
    (one) => one?.state === state,
  );
  if (found === undefined) throw new Error('no campaign');
  return found;
};
const flowOf = (year: RunningYear, { id }: Campaign) =>
  rig.client.workflow.getHandle(surveyWorkflowId(year.cycleKey, id));
const stageOf = async (year: RunningYear, campaign: Campaign) =>
  (await flowOf(year, campaign).query(surveyStateQuery)).stage;

describe('residentSurvey', () => {
  it('ends when two holders have opened the box and a named person has confirmed the count', async () => {
    const year = await rig.seed(SLOW);
    await year.start();
    const campaign = await untilState(year, 'open');
    await answerSurveys(rig.people, year);
    await year.closeSurvey(campaign.id);
    await untilState(year, 'sealed');
    await openAndConfirm(rig.people, year);

    expect(await flowOf(year, campaign).result()).toEqual({ valid: true, extensions: 0 });
    expect(await campaignOf(year)).toMatchObject({ state: 'closed_valid' });
    expect(await rig.gateway.closeSurvey(year.cycleKey, campaign.id, 'late')).toEqual({
      ok: false,
      code: 'WORKFLOW_CLOSED',
    });
  }, 60_000);

  it('counts what came, publishes the root, and destroys what the box held', async () => {
    const year = await rig.seed(SLOW);
    await year.start();
    const campaign = await untilState(year, 'open');
    await answerSurveys(rig.people, year);
    await year.closeSurvey(campaign.id);
    await year.countSurveys();
    await flowOf(year, campaign).result();

    const left = await rig.database.transactions.read(async ({ surveys, boxes }) => ({
      tally: await surveys.tallyOfUnit(year.cycle.id, year.id('u')),
      box: await boxes.box(campaign.id),
      leaves: await boxes.leaves(campaign.id),
      envelopes: await surveys.strippedEnvelopes(campaign.id),
      shares: await boxes.shares(campaign.id),
      sheet: JSON.parse((await surveys.sheet(campaign.id))?.body ?? 'null'),
    }));
    expect(left.tally).toEqual(
      year.appraisals.map(({ id }) =>
        expect.objectContaining({ appraisalId: id, issued: 2, valid: 2, satisfied: 2, ordinary: 2 }),
      ),
    );
    expect(left.box).toMatchObject({ leaves: 2, destroyedBy: expect.stringContaining('hr_officer') });
    expect(left).toMatchObject({
      leaves: [{ position: 0 }, { position: 1 }],
      envelopes: [],
      shares: [],
      sheet: { year: expect.any(Number), communityName: expect.any(String) },
    });
  }, 60_000);

  it('extends a sample that is not valid, and hands it to the panel after the last extension', async () => {
    const year = await rig.seed({ workingDayMs: 60, units: UNITS });
    await year.start();
    const campaign = await untilState(year, 'closed_to_panel');

    expect(await flowOf(year, campaign).result()).toEqual({ valid: false, extensions: 1 });
    expect(await campaignOf(year)).toMatchObject({ panelReason: 'sample_not_valid', extensions: 1 });
    const { box, count } = await rig.database.transactions.read(async ({ boxes }) => ({
      box: await boxes.box(campaign.id),
      count: await boxes.count(campaign.id),
    }));
    expect({ box, count }).toMatchObject({ box: { root: null, destroyedBy: 'rulebook' }, count: null });
    await year.untilStage('u', 'deliberating');
  }, 60_000);

  it('takes answers in the extension for the count', async () => {
    const year = await rig.seed(SLOW);
    await year.start();
    const campaign = await untilState(year, 'open');
    await year.closeSurvey(campaign.id);
    await untilState(year, 'extended');
    await answerSurveys(rig.people, year);
    await year.closeSurvey(campaign.id);
    await year.countSurveys();
    expect(await flowOf(year, campaign).result()).toEqual({ valid: true, extensions: 1 });
  }, 60_000);

  it('keeps the unit waiting for the residents when its own collection is over', async () => {
    const year = await rig.seed(SLOW);
    await year.start();
    await year.untilStage('u', 'collecting');
    await rig.gateway.closeCollection(year.cycleKey, year.id('u'), 'k1');
    await year.untilStage('u', 'surveying');
    const campaign = await untilState(year, 'open');
    await answerSurveys(rig.people, year);
    await year.closeSurvey(campaign.id);
    await untilState(year, 'sealed');
    expect((await year.stateOf('u')).stage).toBe('surveying');
    await year.countSurveys();
    await year.untilStage('u', 'deliberating');
  }, 60_000);

  it('opens nothing before two people hold keys, and opens as soon as they do', async () => {
    const year = await rig.seed({ ...SLOW, holderKeys: rig.keys.slice(0, 1) });
    await year.start();
    const planned = await untilState(year, 'planned');
    await until(
      async () => stageOf(year, planned).catch(() => null),
      (stage) => stage === 'waiting_for_holders',
    );
    expect(await rig.gateway.closeSurvey(year.cycleKey, planned.id, 'early')).toEqual({
      ok: false,
      code: 'STAGE_NOT_OPEN',
    });
    await year.enrolHolder(1);
    await untilState(year, 'open');
  }, 60_000);

  it('lets no deadline open a box or confirm a count; people are reminded and superiors told', async () => {
    const year = await rig.seed({ workingDayMs: 60, units: UNITS });
    await year.start();
    await untilState(year, 'open');
    await answerSurveys(rig.people, year);
    const sent = async () =>
      (await rig.database.transactions.read(async ({ decisions }) => decisions.remindersOf(year.cycle.id)))
        .filter(({ stage }) => stage.startsWith('survey'))
        .map(({ stage, kind, recipients }) => `${stage} ${kind} ${recipients}`);
    await until(sent, (rows) => rows.length === 2);
    await untilState(year, 'sealed');
    await openSealed(rig.people, year);
    await relayOutbox(rig.people);
    expect(await until(sent, (rows) => rows.length === 4)).toEqual([
      'survey_box remind 2',
      'survey_box escalate 1',
      'survey_count remind 1',
      'survey_count escalate 1',
    ]);
    expect(await campaignOf(year)).toMatchObject({ state: 'counted' });
    expect((await year.stateOf('u')).stage).not.toBe('deliberating');
  }, 60_000);

  it('goes to the panel when a named person says so of a sealed box, which is destroyed unopened', async () => {
    const year = await rig.seed(SLOW);
    await year.start();
    const campaign = await untilState(year, 'open');
    await answerSurveys(rig.people, year);
    await year.closeSurvey(campaign.id);
    await untilState(year, 'sealed');
    await year.giveToPanel(campaign.id);

    expect(await flowOf(year, campaign).result()).toEqual({ valid: false, extensions: 0 });
    expect(await campaignOf(year)).toMatchObject({ state: 'closed_to_panel', panelReason: 'box_not_opened' });
    const { count, envelopes } = await rig.database.transactions.read(async ({ boxes, surveys }) => ({
      count: await boxes.count(campaign.id),
      envelopes: await surveys.envelopeCounts(campaign.id),
    }));
    expect({ count, envelopes }).toEqual({ count: null, envelopes: [] });
  }, 60_000);

  it('costs few transitions, and its history holds ids and instants only', async () => {
    const year = await rig.seed(SLOW);
    await year.start();
    const campaign = await untilState(year, 'open');
    await answerSurveys(rig.people, year);
    await year.closeSurvey(campaign.id);
    await year.countSurveys();
    await flowOf(year, campaign).result();

    const id = surveyWorkflowId(year.cycleKey, campaign.id);
    const { transitions, workflowTasks } = await rig.costOf(id);
    expect(transitions).toBeLessThanOrEqual(21); // opening, closing, opening the box, confirming: nothing per answer
    expect(workflowTasks).toBeLessThanOrEqual(8);
    const text = JSON.stringify(await rig.historyOf(id));
    for (const personal of [...year.personal, '演示']) expect(text).not.toContain(personal);
  }, 60_000);
});
