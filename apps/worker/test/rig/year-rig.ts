import { openDatabase, type Database } from '@kaoji/persistence';
import { createRulebookShelf, listHash, type CycleUnit, type FlowMessenger } from '@kaoji/application';
import {
  createAppraisalActivities,
  createCycleActivities,
  createSurveyActivities,
  createUnitActivities,
  type ActivityDeps,
} from '@kaoji/activities';
import { systemClock } from '@kaoji/gateways';
import {
  surveyWorkflowId,
  unitStateQuery,
  unitWorkflowId,
  type AppraisalActivities,
  type CycleActivities,
  type SurveyActivities,
  type UnitActivities,
  type UnitState,
} from '@kaoji/temporal-contract';
import { startRig, type FlowRig } from './flow-rig.js';
import { answerSurveys, seedYear, unitIdOf, type Year, type YearPlan } from '@kaoji/application/testing';
import { until } from './until.js';

export type AllActivities = AppraisalActivities & CycleActivities & SurveyActivities & UnitActivities;
export type YearRig = FlowRig & {
  readonly database: Database;
  readonly faults: { readonly step: string; readonly fault: unknown }[];
  readonly deps: ActivityDeps;
  readonly activities: (messenger?: FlowMessenger) => AllActivities;
  readonly seed: (plan: Omit<YearPlan, 'cycleId' | 'areaId'>) => Promise<RunningYear>;
};
export type RunningYear = Year & {
  readonly start: () => Promise<void>;
  /** The id of a unit of the plan. */
  readonly id: (name: string) => string;
  readonly unitOf: (name: string) => Promise<CycleUnit>;
  readonly stateOf: (name: string) => Promise<UnitState>;
  readonly untilStage: (name: string, stage: UnitState['stage']) => Promise<void>;
  /** Waits for the list of a round, and decides on it. */
  readonly decide: (name: string, round: number, verdict: 'approve' | 'return') => Promise<void>;
  /** Residents have answered; HR closes surveys and collections. */
  readonly closeEverything: () => Promise<void>;
};

let years = 0;

/** Real flows on real use cases, over SQLite in memory; each seeded year lives under its own cycle key. */
export async function startYearRig(name: string): Promise<YearRig> {
  const rig = await startRig(name);
  const database = await openDatabase('sqlite::memory:');
  await database.migrate();
  const faults: YearRig['faults'] = [];
  const deps: ActivityDeps = {
    transactions: database.transactions,
    clock: systemClock,
    rulebooks: createRulebookShelf(),
    messenger: rig.messenger,
    report: (step, fault) => void faults.push({ step, fault }),
  };
  return {
    ...rig,
    database,
    faults,
    deps,
    activities: (messenger = rig.messenger) => ({
      ...createAppraisalActivities({ ...deps, messenger }),
      ...createCycleActivities({ ...deps, messenger }),
      ...createSurveyActivities({ ...deps, messenger }),
      ...createUnitActivities({ ...deps, messenger }),
    }),
    seed: async (plan) => {
      years += 1;
      const areaId = `${rig.taskQueue}-${years}`;
      const year = await seedYear(database.transactions, { ...plan, areaId, cycleId: `c${years}` });
      return runningYear(rig, database, year);
    },
    stop: async () => {
      await rig.stop();
      await database.close();
    },
  };
}

/** A seeded year with the moves its people make. */
export function runningYear(
  { client, gateway }: Pick<FlowRig, 'client' | 'gateway'>,
  { transactions }: Pick<Database, 'transactions'>,
  year: Year,
): RunningYear {
  const { cycle, cycleKey } = year;
  const id = (name: string) => unitIdOf(cycle.id, name);
  const unitById = async (unitId: string) => {
    const unit = await transactions.read(async (stores) => stores.cycles.unit(cycle.id, unitId));
    if (unit === null) throw new Error(`no unit ${unitId}`);
    return unit;
  };
  const unitOf: RunningYear['unitOf'] = async (name) => unitById(id(name));
  const stateOf: RunningYear['stateOf'] = async (name) =>
    client.workflow.getHandle(unitWorkflowId(cycleKey, id(name))).query(unitStateQuery);
  return {
    ...year,
    id,
    unitOf,
    stateOf,
    untilStage: async (name, stage) => {
      await until(
        // Not started yet: asked again.
        async () => stateOf(name).catch(() => null),
        (state) => state?.stage === stage,
      );
    },
    start: async () => gateway.startCycle({ cycleId: cycle.id, cycleKey }),
    decide: async (name, round, verdict) => {
      const unit = await until(
        async () => unitOf(name),
        (one) => one.state === 'deliberating' && one.round === round,
      );
      const listHash = await listHashOf(transactions, cycle.id, unit);
      const answer = await gateway.deliberate(cycleKey, unit.unitId, `decide-${round}`, {
        round,
        verdict,
        by: 'account-supervisor',
        listHash,
      });
      if (!answer.ok) throw new Error(answer.code);
    },
    closeEverything: async () => {
      const units = [...new Set(year.appraisals.map(({ unitId }) => unitId))];
      for (const unitId of units) {
        await until(
          async () => unitById(unitId),
          ({ state }) => state === 'collecting',
        );
      }
      const campaigns = await transactions.read(async (stores) => stores.surveys.campaignsOf(cycle.id));
      await answerSurveys(transactions, year);
      for (const { id } of campaigns) {
        await until(
          async () => client.workflow.getHandle(surveyWorkflowId(cycleKey, id)).describe(),
          ({ status }) => status.name === 'RUNNING',
        );
        await gateway.closeSurvey(cycleKey, id, 'close');
      }
      for (const unitId of units) await gateway.closeCollection(cycleKey, unitId, 'close');
    },
  };
}

async function listHashOf(
  transactions: Database['transactions'],
  cycleId: string,
  { unitId, round }: CycleUnit,
): Promise<string> {
  return transactions.read(async (stores) => {
    const rows = await stores.results.evaluationsOfUnit(cycleId, unitId, round);
    return listHash(rows.map(({ body }) => JSON.parse(body)));
  });
}
