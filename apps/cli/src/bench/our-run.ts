import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { type NativeConnection, Worker } from '@temporalio/worker';
import {
  createAppraisalActivities,
  createCycleActivities,
  createSurveyActivities,
  createUnitActivities,
  type ActivityDeps,
} from '@kaoji/activities';
import { createRulebookShelf, listHash, type CycleUnit } from '@kaoji/application';
import { answerSurveys, seedYear, type Year } from '@kaoji/application/testing';
import { createFlowMessenger, createWorkflowGateway, makeCurrent, systemClock } from '@kaoji/gateways';
import type { Database } from '@kaoji/persistence';
import {
  appraisalWorkflowId,
  cycleWorkflowId,
  surveyWorkflowId,
  unitWorkflowId,
} from '@kaoji/temporal-contract';

/** Windows end at once, so a bench measures work and not waiting. */
const WORKING_DAY_MS = 10;
const LOOK_EVERY_MS = 20;

export type OurRun = {
  /** Writes a year of one unit; not part of what is measured. */
  readonly prepare: (people: number) => Promise<Year>;
  /** Runs it from the open cycle to the last recorded appraisal. */
  readonly run: (year: Year) => Promise<void>;
  readonly flowsOf: (year: Year) => Promise<{ readonly appraisals: string[]; readonly others: string[] }>;
  readonly stop: () => Promise<void>;
};

/** Our flows with everything real: use cases, database, evaluation with derivations, one unit after another. */
export async function startOurs(
  client: Client,
  connection: NativeConnection,
  database: Database,
  setting: { readonly taskQueue: string; readonly bundle: string },
): Promise<OurRun> {
  const { taskQueue, bundle } = setting;
  const { transactions } = database;
  const deps: ActivityDeps = {
    transactions,
    clock: systemClock,
    rulebooks: createRulebookShelf(),
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
      ...createCycleActivities(deps),
      ...createSurveyActivities(deps),
      ...createUnitActivities(deps),
    },
    workerDeploymentOptions: { useWorkerVersioning: true, version, defaultVersioningBehavior: 'PINNED' },
  });
  const running = worker.run();
  await makeCurrent(client, version);
  const campaignsOf = async (year: Year) =>
    transactions.read(async (stores) => stores.surveys.campaignsOf(year.cycle.id));
  let years = 0;
  return {
    prepare: async (people) => {
      years += 1;
      const plan = { workingDayMs: WORKING_DAY_MS, units: [{ id: 'unit', people }] };
      return seedYear(transactions, { ...plan, cycleId: `bench-${years}`, areaId: `${taskQueue}-${years}` });
    },
    run: async (year) => runYear(client, taskQueue, database, year),
    flowsOf: async (year) => ({
      appraisals: year.appraisals.map(({ id }) => appraisalWorkflowId(year.cycleKey, id)),
      others: [
        cycleWorkflowId(year.cycleKey),
        unitWorkflowId(year.cycleKey, year.appraisals[0]?.unitId ?? ''),
        ...(await campaignsOf(year)).map(({ id }) => surveyWorkflowId(year.cycleKey, id)),
      ],
    }),
    stop: async () => {
      worker.shutdown();
      await running;
    },
  };
}

/** The people of a year, all of them in time: residents answer, HR closes, a supervisor approves. */
async function runYear(client: Client, taskQueue: string, { transactions }: Database, year: Year): Promise<void> {
  const { cycle, cycleKey } = year;
  const gateway = createWorkflowGateway(client, taskQueue);
  const unitId = year.appraisals[0]?.unitId ?? '';
  const untilUnit = async (holds: (unit: CycleUnit) => boolean): Promise<void> => {
    for (;;) {
      const unit = await transactions.read(async (stores) => stores.cycles.unit(cycle.id, unitId));
      if (unit !== null && holds(unit)) return;
      await pause(LOOK_EVERY_MS);
    }
  };
  await gateway.startCycle({ cycleId: cycle.id, cycleKey });
  await untilUnit(({ state }) => state !== 'planned');
  await answerSurveys(transactions, year);
  await untilUnit(({ state }) => state === 'deliberating');
  const rows = await transactions.read(async (stores) => stores.results.evaluationsOfUnit(cycle.id, unitId, 1));
  await gateway.deliberate(cycleKey, unitId, 'approve', {
    round: 1,
    verdict: 'approve',
    by: 'bench',
    listHash: listHash(rows.map(({ body }) => JSON.parse(body))),
  });
  await client.workflow.getHandle(cycleWorkflowId(cycleKey)).result();
  for (;;) {
    const people = await transactions.read(async (stores) => stores.appraisals.ofUnit(cycle.id, unitId));
    if (people.every(({ status }) => status === 'recorded')) return;
    await pause(LOOK_EVERY_MS);
  }
}
