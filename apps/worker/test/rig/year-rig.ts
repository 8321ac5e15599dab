import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '@kaoji/persistence';
import { type Campaign, type CycleUnit, type FlowMessenger, type HolderKey } from '@kaoji/application';
import {
  createAppraisalActivities,
  createContestActivities,
  createCycleActivities,
  createSurveyActivities,
  createUnitActivities,
  type ActivityDeps,
} from '@kaoji/activities';
import { personSealing, systemClock } from '@kaoji/gateways';
import {
  unitStateQuery,
  unitWorkflowId,
  type AppraisalActivities,
  type ContestActivities,
  type CycleActivities,
  type DeliveryActivities,
  type SurveyActivities,
  type UnitActivities,
  type UnitState,
} from '@kaoji/temporal-contract';
import { startRig, type FlowRig } from './flow-rig.js';
import { startSurveyRig } from './survey-rig.js';
import {
  answerSurveys,
  decideList,
  deliverUnit,
  enrolHolder,
  giveToPanel,
  openAndConfirm,
  seedYear,
  unitIdOf,
  type SurveyPeople,
  type Year,
  type YearPlan,
} from '@kaoji/application/testing';
import { until } from './until.js';

export type AllActivities = AppraisalActivities &
  ContestActivities &
  CycleActivities &
  DeliveryActivities &
  SurveyActivities &
  UnitActivities;
export type YearRig = FlowRig & {
  readonly database: Database;
  readonly faults: { readonly step: string; readonly fault: unknown }[];
  readonly deps: ActivityDeps;
  /** Residents, key holders and HR. */
  readonly people: SurveyPeople;
  /** Keys of the two holders every seeded year has. */
  readonly keys: readonly HolderKey[];
  readonly activities: (messenger?: FlowMessenger) => AllActivities;
  /** The steps of units with something of their own, such as a clock that is wrong. */
  readonly activitiesWith: (own: Partial<ActivityDeps>) => UnitActivities;
  readonly seed: (plan: Omit<YearPlan, 'cycleId' | 'areaId'>) => Promise<RunningYear>;
};
export type RunningYear = Year & {
  readonly start: () => Promise<void>;
  /** The id of a unit of the plan. */
  readonly id: (name: string) => string;
  readonly unitOf: (name: string) => Promise<CycleUnit>;
  readonly stateOf: (name: string) => Promise<UnitState>;
  readonly untilStage: (name: string, stage: UnitState['stage']) => Promise<void>;
  /** Waits for the list of a round; everybody who is waited for approves it, or the first returns it. */
  readonly decide: (name: string, round: number, verdict: 'approve' | 'return') => Promise<void>;
  /** Waits for the unit's results to be written, and hands them over as one list. */
  readonly deliver: (name: string) => Promise<void>;
  /** Residents answer, HR closes surveys and collections, the boxes are opened and counted. */
  readonly closeEverything: () => Promise<void>;
  /** Closes a survey as often as it takes: the flow may be moments behind the row. */
  readonly closeSurvey: (campaignId: string) => Promise<void>;
  /** Both holders open every box once it is sealed, and HR confirms the counts. */
  readonly countSurveys: () => Promise<void>;
  /** Takes a key as the first or second of the year's holders. */
  readonly enrolHolder: (at: 0 | 1) => Promise<void>;
  readonly giveToPanel: (campaignId: string) => Promise<void>;
};

let years = 0;

/** Real flows on real use cases, over SQLite in memory; each seeded year lives under its own cycle key. */
export async function startYearRig(name: string): Promise<YearRig> {
  const rig = await startRig(name);
  const folder = mkdtempSync(join(tmpdir(), 'kaoji-rig-'));
  const url = `sqlite:${join(folder, 'kaoji.db')}`; // a file: residents have a connection of their own
  const database = await openDatabase(url, personSealing([{ id: 'test', secret: 'A'.repeat(43) }]));
  await database.migrate();
  const survey = await startSurveyRig(url, database, rig.gateway);
  const { people, keys } = survey;
  const faults: YearRig['faults'] = [];
  const deps: ActivityDeps = {
    transactions: database.transactions,
    clock: systemClock,
    rulebooks: people.rulebooks,
    ...survey.steps,
    messenger: rig.messenger,
    report: (step, fault) => void faults.push({ step, fault }),
  };
  return {
    ...rig,
    database,
    faults,
    deps,
    people,
    keys,
    activities: (messenger = rig.messenger) => ({
      ...createAppraisalActivities({ ...deps, messenger }),
      ...createContestActivities({ ...deps, messenger }),
      ...createCycleActivities({ ...deps, messenger }),
      ...createSurveyActivities({ ...deps, messenger }),
      ...createUnitActivities({ ...deps, messenger }),
    }),
    activitiesWith: (own) => createUnitActivities({ ...deps, ...own }),
    seed: async (plan) => {
      years += 1;
      const areaId = `${rig.taskQueue}-${years}`;
      const ids = { areaId, cycleId: `c${years}` };
      const year = await seedYear(database.transactions, { holderKeys: keys, ...plan, ...ids });
      return runningYear(rig, people, year);
    },
    stop: async () => {
      await rig.stop();
      await survey.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A seeded year with the moves its people make. */
export function runningYear(
  { client, gateway }: Pick<FlowRig, 'client' | 'gateway'>,
  people: SurveyPeople,
  year: Year,
): RunningYear {
  const { transactions } = people;
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
  const campaigns = async () => transactions.read(async (stores) => stores.surveys.campaignsOf(cycle.id));
  const campaignsIn = async (states: readonly Campaign['state'][]) =>
    until(campaigns, (all) => all.length > 0 && all.every(({ state }) => states.includes(state)));
  let closings = 0;
  const closeSurvey: RunningYear['closeSurvey'] = async (campaignId) => {
    await until(
      async () => gateway.closeSurvey(cycleKey, campaignId, `close-${(closings += 1)}`),
      ({ ok }) => ok,
    );
  };
  const countSurveys: RunningYear['countSurveys'] = async () => {
    await campaignsIn(['sealed']);
    await openAndConfirm(people, year);
  };
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
      const list = { cycleId: cycle.id, cycleKey, unitId: unit.unitId, round };
      await decideList({ transactions, gateway, clock: systemClock }, list, verdict);
    },
    deliver: async (name) => {
      await until(
        async () => unitOf(name),
        ({ state }) => state === 'notified' || state === 'finished',
      );
      await deliverUnit({ transactions, gateway, clock: systemClock }, year, id(name));
    },
    closeEverything: async () => {
      const units = [...new Set(year.appraisals.map(({ unitId }) => unitId))];
      for (const unitId of units) {
        await until(
          async () => unitById(unitId),
          ({ state }) => state === 'collecting',
        );
      }
      await campaignsIn(['open']);
      await answerSurveys(people, year);
      for (const { id } of await campaigns()) await closeSurvey(id);
      for (const unitId of units) await gateway.closeCollection(cycleKey, unitId, 'close');
      await countSurveys();
    },
    closeSurvey,
    countSurveys,
    enrolHolder: async (at) => enrolHolder(people, year, at),
    giveToPanel: async (campaignId) => giveToPanel(people, year, campaignId),
  };
}
