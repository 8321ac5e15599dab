import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { type NativeConnection, Worker } from '@temporalio/worker';
import {
  createAppraisalActivities,
  createContestActivities,
  createCycleActivities,
  createSurveyActivities,
  createUnitActivities,
  type ActivityDeps,
} from '@kaoji/activities';
import {
  createPostTitles,
  createRulebookShelf,
  type Campaign,
  type WorkflowGateway,
} from '@kaoji/application';
import { type Year, decideList, deliverUnit, quickRulebook, seedYear } from '@kaoji/application/testing';
import type { Rulebook } from '@kaoji/domain';
import {
  createBallotBoxes,
  createContactSealer,
  createFlowMessenger,
  createIds,
  createNoticeMaking,
  createSurveyLinks,
  createWorkflowGateway,
  makeCurrent,
  systemClock,
} from '@kaoji/gateways';
import type { Database } from '@kaoji/persistence';
import {
  appraisalWorkflowId,
  cycleWorkflowId,
  deliveryWorkflowId,
  surveyWorkflowId,
  unitWorkflowId,
} from '@kaoji/temporal-contract';
import { startBenchSurvey, type BenchSurvey } from './bench-survey.js';

/** Windows end at once, so a bench measures work and not waiting. */
const WORKING_DAY_MS = 10;
/**
 * Only the window to contest outlasts the delivery of results, so that every appraisal has its timer (the transitions
 * printed show it: without one there would be two fewer), and hardly longer, so that nobody waits for it.
 */
const CONTEST_MS_PER_PERSON = 9;
const PEOPLE_PER_UNIT = 100;
const LOOK_EVERY_MS = 20;
const SURVEY_DAYS = 1_000_000;
const BENCH_KEY = { id: 'bench', secret: Buffer.alloc(32, 7).toString('base64url') };

export type OurRun = {
  /** Writes a year of units of a hundred; not part of what is measured. */
  readonly prepare: (people: number) => Promise<Year>;
  /** Runs it from the open cycle to the last recorded appraisal. */
  readonly run: (year: Year) => Promise<void>;
  readonly flowsOf: (year: Year) => Promise<{ readonly appraisals: string[]; readonly others: string[] }>;
  readonly stop: () => Promise<void>;
};

/** Our flows with everything real: use cases, database, evaluation with derivations. */
export async function startOurs(
  client: Client,
  connection: NativeConnection,
  database: Database,
  setting: { readonly taskQueue: string; readonly bundle: string; readonly databaseUrl: string },
): Promise<OurRun> {
  const { taskQueue, bundle } = setting;
  const { transactions } = database;
  const ballotBoxes = createBallotBoxes();
  const deps: ActivityDeps = {
    transactions,
    clock: systemClock,
    ids: createIds(systemClock),
    rulebooks: createRulebookShelf(),
    postTitles: createPostTitles(),
    ballotBoxes,
    links: createSurveyLinks([BENCH_KEY]),
    contacts: createContactSealer([BENCH_KEY]),
    channels: new Map(),
    ...createNoticeMaking({ links: [BENCH_KEY], contacts: [BENCH_KEY] }),
    surveyOrigin: 'http://survey.bench',
    messenger: createFlowMessenger(client, taskQueue),
    report: (step, fault) => void process.stderr.write(`${step}: ${String(fault)}\n`),
  };
  const version = { deploymentName: taskQueue, buildId: 'ours' };
  const worker = await Worker.create({
    connection,
    namespace: client.options.namespace,
    taskQueue,
    workflowBundle: { codePath: bundle },
    activities: {
      ...createAppraisalActivities(deps),
      ...createContestActivities(deps),
      ...createCycleActivities(deps),
      ...createSurveyActivities(deps),
      ...createUnitActivities(deps),
    },
    workerDeploymentOptions: { useWorkerVersioning: true, version, defaultVersioningBehavior: 'PINNED' },
  });
  const running = worker.run();
  const gateway = createWorkflowGateway(client, taskQueue);
  const survey = await startBenchSurvey(setting.databaseUrl, { ...deps, ballotBoxes }, gateway);
  await makeCurrent(client, version);
  const campaignsOf = async (year: Year) =>
    transactions.read(async (stores) => stores.surveys.campaignsOf(year.cycle.id));
  let years = 0;
  return {
    prepare: async (people) => {
      years += 1;
      const units = Array.from({ length: Math.ceil(people / PEOPLE_PER_UNIT) }, (_, unit) => ({
        id: `u${unit}`,
        people: Math.min(PEOPLE_PER_UNIT, people - unit * PEOPLE_PER_UNIT),
      }));
      const holders = { holderKeys: survey.keys };
      const plan = { workingDayMs: WORKING_DAY_MS, rulebook: benchRulebook(people), units, ...holders };
      const ids = { cycleId: `bench-${years}`, areaId: `${taskQueue}-${years}` };
      const year = await seedYear(transactions, { ...plan, ...ids });
      await answerBefore(database, survey, year);
      return year;
    },
    run: async (year) => runYear(client, { gateway, survey }, database, year),
    flowsOf: async (year) => ({
      appraisals: year.appraisals.map(({ id }) => appraisalWorkflowId(year.cycleKey, id)),
      others: [
        cycleWorkflowId(year.cycleKey),
        ...unitsOf(year).flatMap((unitId) => [
          unitWorkflowId(year.cycleKey, unitId),
          deliveryWorkflowId(year.cycleKey, unitId),
        ]),
        ...(await campaignsOf(year)).map(({ id }) => surveyWorkflowId(year.cycleKey, id)),
      ],
    }),
    stop: async () => {
      worker.shutdown();
      await running;
      await survey.stop();
    },
  };
}

/** Surveys that were answered and opened before the cycle starts: their flows find everything done but the word of HR. */
async function answerBefore({ transactions }: Database, survey: BenchSurvey, year: Year): Promise<void> {
  const campaigns = unitsOf(year).flatMap((unitId): Campaign[] => {
    const first = year.appraisals.find((appraisal) => appraisal.unitId === unitId);
    if (first === undefined) return [];
    const { cycleId, communityId } = first;
    const planned = { state: 'planned', opensAt: null, closesAt: null, extensions: 0, version: 1 } as const;
    const unasked = { questionnaireHash: null, panelReason: null };
    return [{ ...planned, ...unasked, id: `${unitId}-survey`, cycleId, unitId, communityId }];
  });
  await transactions.run(async (stores) => stores.surveys.insertCampaigns(campaigns));
  await survey.answer(year, campaigns);
}

/** The people of a year, all of them in time: the windows close by themselves, a supervisor approves. */
async function runYear(
  client: Client,
  { gateway, survey }: { readonly gateway: WorkflowGateway; readonly survey: BenchSurvey },
  database: Database,
  year: Year,
): Promise<void> {
  const campaigns = await database.transactions.read(async ({ surveys }) =>
    surveys.campaignsOf(year.cycle.id),
  );
  await gateway.startCycle({ cycleId: year.cycle.id, cycleKey: year.cycleKey });
  await Promise.all([
    survey.finish(year, campaigns),
    ...unitsOf(year).map(async (unitId) => {
      await approve(gateway, database, year, unitId);
      await handOver(gateway, database, year, unitId);
    }),
  ]);
  await client.workflow.getHandle(cycleWorkflowId(year.cycleKey)).result();
  await Promise.all(unitsOf(year).map(async (unitId) => untilRecorded(database, year, unitId)));
}

/** The list of a unit, approved as soon as it is there. */
async function approve(
  gateway: WorkflowGateway,
  { transactions }: Database,
  { cycle, cycleKey }: Year,
  unitId: string,
): Promise<void> {
  const state = async () =>
    transactions.read(async (stores) => (await stores.cycles.unit(cycle.id, unitId))?.state);
  while ((await state()) !== 'deliberating') await pause(LOOK_EVERY_MS);
  const list = { cycleId: cycle.id, cycleKey, unitId, round: 1 };
  await decideList({ transactions, gateway, clock: systemClock }, list, 'approve');
}

/** Every result of a unit handed over as one list, as soon as they are written. */
async function handOver(
  gateway: WorkflowGateway,
  { transactions }: Database,
  year: Year,
  unitId: string,
): Promise<void> {
  const state = async () =>
    transactions.read(async (stores) => (await stores.cycles.unit(year.cycle.id, unitId))?.state);
  for (let now = await state(); now !== 'notified' && now !== 'finished'; now = await state()) {
    await pause(LOOK_EVERY_MS);
  }
  await deliverUnit({ transactions, gateway, clock: systemClock }, year, unitId);
}

async function untilRecorded({ transactions }: Database, { cycle }: Year, unitId: string): Promise<void> {
  for (;;) {
    const people = await transactions.read(async (stores) => stores.appraisals.ofUnit(cycle.id, unitId));
    if (people.every(({ status }) => status === 'recorded')) return;
    await pause(LOOK_EVERY_MS);
  }
}

function unitsOf(year: Year): readonly string[] {
  return [...new Set(year.appraisals.map(({ unitId }) => unitId))];
}

function benchRulebook(people: number): Rulebook {
  const rulebook = quickRulebook();
  const { contest, survey } = rulebook.process;
  const days = Math.ceil((people * CONTEST_MS_PER_PERSON) / WORKING_DAY_MS);
  const windows = { workingDays: days, othersWorkingDays: days };
  const process = {
    ...{ ...rulebook.process, contest: { ...contest, ...windows } },
    survey: { ...survey, workingDays: SURVEY_DAYS }, // HR closes it
  };
  return { ...rulebook, process };
}
