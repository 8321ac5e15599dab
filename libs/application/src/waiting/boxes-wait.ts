import type { InboxTask } from '../ports/inbox.js';
import type { Cycle, Instant } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import type { Campaign } from '../ports/survey-records.js';
import { holdersOfRoles } from './holders-of-roles.js';
import { waitingTask, type NewTask } from './waiting-task.js';

/** What a campaign waits for: people to hold keys, holders to open its box, a named person to confirm its count. */
export type BoxStage = 'holders' | 'box' | 'count';
type Box = Pick<Campaign, 'id' | 'cycleId' | 'unitId'>;
type Waits = {
  readonly stage: BoxStage;
  readonly at: Instant;
  readonly dueAt: Instant | null;
  /** The role told when nobody acts; from then on it is asked too, for as long as the stage lasts. */
  readonly escalatedTo?: string;
};

const sourceOf = ({ id }: Pick<Box, 'id'>): string => `box/${id}`;
const VERB: Readonly<Record<BoxStage, string>> = { holders: 'enrol', box: 'open', count: 'confirm' };

/** Says whom a campaign waits for now. */
export async function boxWaits(
  stores: Stores,
  { areaId }: Pick<Cycle, 'areaId'>,
  box: Box,
  { stage, at, dueAt, escalatedTo }: Waits,
): Promise<void> {
  const source = sourceOf(box);
  const { cycleId, unitId } = box;
  const kind = stage === 'count' ? 'survey_count' : 'survey_key';
  const said = { source, cycleId, unitId, kind, step: stage, since: at, dueAt } as const;
  await stores.inbox.projectNext(
    [source],
    async () => {
      const before = (await stores.inbox.ofSource(source)).filter(({ step }) => step === stage);
      const asked = (await whoActs(stores, areaId, box, stage)).map((accountId) =>
        waitingTask({ ...said, accountId, verbs: [VERB[stage]], ifNothing: 'superior_told' }),
      );
      const superiors =
        escalatedTo === undefined
          ? before.filter((task) => task.as === 'superior')
          : (await holdersOfRoles(stores, [escalatedTo], { areaId, unitId })).map(({ id: accountId }) =>
              waitingTask({
                ...{ ...said, accountId, as: 'superior', ifNothing: 'stays_open' },
                verbs: stage === 'holders' ? ['enrol'] : ['give_to_panel'],
              }),
            );
      const one = new Set(asked.map(({ accountId }) => accountId));
      const tasks: NewTask[] = [...asked, ...superiors.filter(({ accountId }) => !one.has(accountId))];
      const due = stageDue(before, dueAt);
      return new Map([[source, tasks.map((task) => ({ ...task, dueAt: due }))]]);
    },
    at,
  );
}

/** Within a stage the date said first holds for whoever is asked later too. */
function stageDue(
  before: readonly { readonly dueAt: Instant | null }[],
  dueAt: Instant | null,
): Instant | null {
  const said = before.flatMap((task) => (task.dueAt === null ? [] : [task.dueAt]));
  return said.length === 0 ? dueAt : Math.max(...said, dueAt ?? 0);
}

/** Who is asked for something of this campaign now. */
export function boxTasks(stores: Stores, box: Pick<Campaign, 'id'>): Promise<readonly InboxTask[]> {
  return stores.inbox.ofSource(sourceOf(box));
}

/** Nobody is waited for. */
export async function boxIsDone(stores: Stores, box: Pick<Campaign, 'id'>, at: Instant): Promise<void> {
  await stores.inbox.projectNext([sourceOf(box)], () => Promise.resolve(new Map()), at);
}

/** Those with a share who have not handed it on; otherwise those who run the survey. */
async function whoActs(
  stores: Stores,
  areaId: string,
  { id, unitId }: Box,
  stage: BoxStage,
): Promise<readonly string[]> {
  if (stage !== 'box') {
    return (await stores.accounts.holdersOf('hr_officer', areaId, unitId)).map((account) => account.id);
  }
  const shares = await stores.boxes.shares(id);
  const handedOn = new Set(shares.map(({ fromAccount }) => fromAccount));
  const holders = shares.filter(({ fromAccount }) => fromAccount === null).map(({ accountId }) => accountId);
  return [...new Set(holders)].filter((accountId) => !handedOn.has(accountId));
}
