import { Refusal } from '@kaoji/domain';
import { HOLDERS_NEEDED, holdersOf } from '../../engine/box-holders.js';
import type { Clock, Ids } from '../../ports/gateways.js';
import type { Instant } from '../../ports/records.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { BallotBoxes } from '../../ports/survey-gateways.js';
import type { Actor } from '../access/actor.js';
import { messageId, onceFor } from '../access/idempotency.js';
import { demand, rolesWith } from '../access/permissions.js';
import { everyAppraisal } from '../every-appraisal.js';
import { findCycle, type FoundCycle } from '../find.js';
import { wrongState } from '../plan/consult.js';

export type EnrolDeps = {
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly ballotBoxes: Pick<BallotBoxes, 'enrol'>;
};
export type EnrolledHolder = { readonly accountId: string; readonly enrolledAt: Instant };

/**
 * Somebody takes a key of a cycle's ballot boxes: from their passphrase a key is derived, and only its public half and
 * a salt are kept. Whoever forgets the passphrase cannot be helped; that is why more than two may enrol. Campaigns
 * that wait for holders are told. Refuses `HOLDER_NOT_SEPARATE` (the second of those who run the survey, so that they
 * never open a box alone; or somebody who is appraised), `DUPLICATE_HOLDER`, `BOX_PASSPHRASE_WEAK`, `CYCLE_STATE`,
 * `NOT_FOUND`, `FORBIDDEN`.
 */
export async function enrolBoxHolder(
  deps: EnrolDeps,
  actor: Actor,
  input: { readonly cycleId: string; readonly passphrase: string; readonly key: string },
): Promise<EnrolledHolder> {
  const { cycleId, passphrase, key } = input;
  await deps.transactions.read(async (stores) => demandMayHold(stores, actor, cycleId));
  const { publicKey, salt } = await deps.ballotBoxes.enrol(passphrase);
  const enrolled = await deps.transactions.run(async (stores) =>
    // The request is known by its cycle alone: nothing that a passphrase could be guessed from is kept.
    onceFor(stores, actor, { verb: 'enrol-holder', key, request: cycleId }, async () => {
      await refuseNotSeparate(stores, actor, await demandMayHold(stores, actor, cycleId));
      const holder = { accountId: actor.accountId, enrolledAt: deps.clock.now() };
      await stores.boxes.insertHolder({ ...holder, cycleId, publicKey, salt });
      return holder;
    }),
  );
  await deps.transactions.run(async (stores) => tellCampaigns(deps, stores, actor, cycleId, key));
  return enrolled;
}

async function demandMayHold(stores: Stores, actor: Actor, cycleId: string): Promise<FoundCycle> {
  const cycle = await findCycle(stores, cycleId);
  demand(actor, 'survey.hold_key', { areaId: cycle.areaId, unitId: 'any_unit' });
  if (cycle.state === 'closed') throw wrongState(cycle.state, 'open');
  return cycle;
}

async function refuseNotSeparate(stores: Stores, actor: Actor, cycle: FoundCycle): Promise<void> {
  const appraised = actor.personId === null ? [] : await everyAppraisal(stores, cycle.id);
  if (appraised.some(({ personId }) => personId === actor.personId)) {
    throw new Refusal(
      'HOLDER_NOT_SEPARATE',
      'You are appraised in this cycle: somebody else holds its keys.',
    );
  }
  if (!runsSurveys(actor.grants)) return;
  for (const { accountId } of await stores.boxes.holders(cycle.id)) {
    const other = await stores.accounts.byId(accountId);
    if (accountId === actor.accountId || other === null || !runsSurveys(other.grants)) continue;
    throw new Refusal(
      'HOLDER_NOT_SEPARATE',
      'Somebody else who runs surveys holds a key already. Two of them could open a box among themselves.',
    );
  }
}

function runsSurveys(grants: Actor['grants']): boolean {
  return grants.some(({ role }) => rolesWith('survey.run').includes(role));
}

/**
 * In a transaction of its own, after the holder is there for all to see: a campaign that looked a moment too early
 * is told, and one that is not there yet will look for itself.
 */
async function tellCampaigns(
  deps: EnrolDeps,
  stores: Stores,
  actor: Actor,
  cycleId: string,
  key: string,
): Promise<void> {
  const cycle = await findCycle(stores, cycleId);
  const waiting = (await stores.surveys.campaignsOf(cycleId)).filter(({ state }) => state === 'planned');
  for (const campaign of waiting) {
    if ((await holdersOf(stores, cycle, campaign)).length < HOLDERS_NEEDED) continue;
    const updateId = messageId(actor, key);
    const message = { kind: 'holders_enrolled', cycleKey: cycle.key, campaignId: campaign.id, updateId };
    await stores.effects.pushOutbox({
      id: deps.ids.next(),
      kind: message.kind,
      payload: JSON.stringify(message),
      createdAt: deps.clock.now(),
      deliveredAt: null,
    });
  }
}
