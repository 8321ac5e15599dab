import type { InboxTask } from '../../ports/inbox.js';
import type { Stores } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { holds } from '../access/permissions.js';
import type { CycleClock } from './my-inbox.js';

/** What a page of tasks is called by: units, the people it is about, and those it is done for. */
export type InboxNames = {
  readonly units: ReadonlyMap<string, string>;
  readonly appraised: ReadonlyMap<string, string>; // by appraisal
  readonly accounts: ReadonlyMap<string, string>;
};

/** Reads the names of a page as sets. A person is named where `person.names` is granted, and to themself. */
export async function namesFor(
  stores: Stores,
  actor: Actor,
  tasks: readonly InboxTask[],
  cycles: ReadonlyMap<string, CycleClock>,
): Promise<InboxNames> {
  const units = new Map<string, string>();
  for (const areaId of new Set([...cycles.values()].map(({ cycle }) => cycle.areaId))) {
    for (const { id, name } of await stores.places.unitsOf(areaId)) units.set(id, name);
  }
  const about = tasks.flatMap(({ appraisalId }) => (appraisalId === null ? [] : [appraisalId]));
  const appraisals = (await stores.appraisals.byIds(about)).filter(({ cycleId, unitId, personId }) => {
    const areaId = cycles.get(cycleId)?.cycle.areaId;
    return (
      personId === actor.personId ||
      (areaId !== undefined && holds(actor, 'person.names', { areaId, unitId }))
    );
  });
  const people = new Map<string, string>(); // person by account
  for (const accountId of new Set(tasks.flatMap((task) => behind(task, actor)))) {
    const account = await stores.accounts.byId(accountId);
    if (account?.personId != null) people.set(accountId, account.personId);
  }
  const personIds = [...appraisals.map(({ personId }) => personId), ...people.values()];
  const names = new Map((await stores.places.people(personIds)).map(({ id, name }) => [id, name]));
  const named = (pairs: readonly (readonly [string, string])[]) =>
    new Map(pairs.map(([key, personId]) => [key, names.get(personId) ?? '']));
  return {
    units,
    appraised: named(appraisals.map(({ id, personId }) => [id, personId])),
    accounts: named([...people]),
  };
}

/** Accounts of other people a task is done for. */
function behind({ accountId, onBehalfOf }: InboxTask, actor: Actor): readonly string[] {
  return [accountId, onBehalfOf].filter((id) => id !== null && id !== actor.accountId) as string[];
}
