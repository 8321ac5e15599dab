import {
  appraisalWorkflowId,
  cycleWorkflowId,
  surveyWorkflowId,
  unitWorkflowId,
} from '@kaoji/temporal-contract';
import { answerSurveys } from '@kaoji/application/testing';
import { startYearRig, type RunningYear, type YearRig } from './rig/year-rig.js';
import { until } from './rig/until.js';
import { writeHistory } from './rig/write-history.js';

/**
 * Records the histories that every later build must replay: one year of a unit whose list is returned once and whose
 * survey waits for a key holder, is extended, and waits for its box to be opened, with one appraisal of each kind; contests
 * are recorded by record-contests.ts, and `contested` is kept from the build that ended an appraisal there. Run it when a flow changes on purpose, and say so in the commit:
 * node --import ./from-source.mjs apps/worker/test/record-histories.ts
 */
async function record(rig: YearRig): Promise<void> {
  const year = await rig.seed({
    workingDayMs: 250,
    holderKeys: rig.keys.slice(0, 1),
    units: [
      {
        id: 'u',
        people: 6,
        facts: {
          2: { refused_to_take_part: true },
          3: { under_investigation: true },
        },
      },
    ],
  });
  const [ordinary, second, adverse, held, left, other] = year.appraisals.map(({ id }) => id);
  await year.start();
  await year.untilStage('u', 'collecting');
  await rig.gateway.depart(year.cycleKey, left ?? '', 'depart');
  const campaignId = await extendedSurvey(rig, year);
  await rig.gateway.closeCollection(year.cycleKey, year.id('u'), 'close');
  await year.decide('u', 1, 'return');
  await rig.gateway.resubmit(year.cycleKey, year.id('u'), 'resubmit', { round: 1, by: 'hr' });
  await until(
    async () => rig.database.transactions.read(async (stores) => stores.decisions.remindersOf(year.cycle.id)),
    (sent) => sent.some(({ key }) => /deliberation\/2\/.*\/remind$/.test(key)),
  );
  await year.decide('u', 2, 'approve');
  await rig.client.workflow.getHandle(unitWorkflowId(year.cycleKey, year.id('u'))).result();
  await year.deliver('u');
  await later(rig, year, held ?? '');
  await until(
    async () => rig.database.transactions.read(async (stores) => stores.appraisals.byId(adverse ?? '')),
    (row) => row?.status === 'awaiting_confirmation',
  );
  await rig.gateway.confirmConsequences(year.cycleKey, adverse ?? '', 'confirm', { by: 'hr', confirmed: [] });

  const appraisals = { ordinary, second, adverse, held, left, other };
  for (const [name, id] of Object.entries(appraisals)) {
    const workflowId = appraisalWorkflowId(year.cycleKey, id ?? '');
    await rig.client.workflow.getHandle(workflowId).result();
    if (name !== 'other' && name !== 'second')
      await writeHistory(rig, `appraisal/histories/${name}`, workflowId);
  }
  await writeHistory(rig, 'unit/histories/returned-once', unitWorkflowId(year.cycleKey, year.id('u')));
  await writeHistory(rig, 'survey/histories/extended', surveyWorkflowId(year.cycleKey, campaignId));
  await writeHistory(rig, 'cycle/histories/one-unit', cycleWorkflowId(year.cycleKey));
}

async function extendedSurvey(rig: YearRig, year: RunningYear): Promise<string> {
  const campaign = async (state: string) =>
    until(
      async () => {
        const all = await rig.database.transactions.read(async (stores) =>
          stores.surveys.campaignsOf(year.cycle.id),
        );
        return all[0];
      },
      (one) => one?.state === state,
    );
  const reminded = async (stage: string) =>
    until(
      async () =>
        rig.database.transactions.read(async (stores) => stores.decisions.remindersOf(year.cycle.id)),
      (sent) => sent.some((one) => one.stage === stage),
    );
  await reminded('survey_holders');
  await year.enrolHolder(1);
  const id = (await campaign('open'))?.id ?? '';
  await year.closeSurvey(id);
  await campaign('extended');
  await answerSurveys(rig.people, year);
  await year.closeSurvey(id);
  await reminded('survey_box');
  await year.countSurveys();
  await rig.client.workflow.getHandle(surveyWorkflowId(year.cycleKey, id)).result();
  return id;
}

async function later(rig: YearRig, year: RunningYear, held: string): Promise<void> {
  const now = Date.now();
  await rig.gateway.gradeAfterHold(year.cycleKey, held, 'later', {
    by: 'supervisor',
    status: 'graded',
    grade: 'competent',
    resultHash: 'sha256:later',
    notifiedAt: now,
    contestUntil: now + 200,
    adverse: 0,
  });
}

const rig = await startYearRig('recorded');
try {
  await rig.work(rig.activities());
  await record(rig);
} finally {
  await rig.stop();
}
