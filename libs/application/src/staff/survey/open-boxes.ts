import { Refusal } from '@kaoji/domain';
import type { Stores } from '../../ports/stores.js';
import type { BallotBoxes, UnlockedHolder } from '../../ports/survey-gateways.js';
import type { BallotBox, BoxHolder, BoxShare, Campaign } from '../../ports/survey-records.js';
import { boxWaits } from '../../waiting/boxes-wait.js';
import type { Actor } from '../access/actor.js';
import { demand, holds } from '../access/permissions.js';
import type { SignInAttempts } from '../access/sign-in-attempts.js';
import { findCycle, type FoundCycle } from '../find.js';
import { countBox, type CountDeps } from './count-box.js';

/**
 * `passed_on`: the first act is done, another holder opens the box. `waiting_for_another`: that act was done before.
 * `counted`: the second act, and the count is there. `no_share`: the box was made before this holder enrolled.
 */
export type BoxAct = 'passed_on' | 'waiting_for_another' | 'counted' | 'no_share';
export type ActedBox = { readonly campaignId: string; readonly communityId: string; readonly act: BoxAct };
export type OpenBoxesDeps = CountDeps & {
  readonly ballotBoxes: Pick<BallotBoxes, 'unlock'>;
  /** Wrong passphrases, by account; paused as wrong passwords are. */
  readonly passphrases: SignInAttempts;
};

/**
 * A holder acts on every sealed box of a cycle within their scope, with the passphrase given once: the first to act
 * hands their share on, sealed to the others; the second opens and counts. A repeat does what is left to do. Refuses
 * `NOT_A_HOLDER`, `BOX_PASSPHRASE_WRONG`, `BOX_PASSPHRASE_PAUSED` after repeated failures (`retryAfterMs`),
 * `BOX_SHARES_DO_NOT_FIT`, `TOO_BUSY`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function openBoxes(
  deps: OpenBoxesDeps,
  actor: Actor,
  input: { readonly cycleId: string; readonly passphrase: string },
): Promise<readonly ActedBox[]> {
  const { accountId } = actor;
  const found = await deps.transactions.read(async (stores) => sealedBoxes(stores, actor, input.cycleId));
  const waitMs = deps.passphrases.waitFor(accountId, deps.clock.now());
  if (waitMs > 0) {
    const seconds = Math.ceil(waitMs / 1000);
    throw new Refusal('BOX_PASSPHRASE_PAUSED', `Too many wrong passphrases. Try again in ${seconds} s.`, {
      retryAfterMs: waitMs,
    });
  }
  let unlocked: Promise<UnlockedHolder> | undefined;
  const unlock: Unlock = async () => (unlocked ??= deps.ballotBoxes.unlock(found.holder, input.passphrase));
  const acted: ActedBox[] = [];
  for (const box of found.boxes) {
    const act = await actOn(deps, found, box, unlock).catch((fault: unknown) => {
      if (fault instanceof Refusal && fault.code === 'BOX_PASSPHRASE_WRONG') {
        deps.passphrases.failed(accountId, deps.clock.now());
      }
      throw fault;
    });
    if (act === 'passed_on' || act === 'counted') deps.passphrases.succeeded(accountId);
    acted.push({ campaignId: box.campaign.id, communityId: box.campaign.communityId, act });
  }
  return acted;
}

/** The holder's key, derived when the first box needs it, and once. */
type Unlock = () => Promise<UnlockedHolder>;
type SealedBox = {
  readonly campaign: Campaign;
  readonly box: BallotBox;
  readonly shares: readonly BoxShare[];
};
type Found = {
  readonly cycle: FoundCycle;
  readonly holder: BoxHolder;
  readonly holders: readonly BoxHolder[];
  readonly boxes: readonly SealedBox[];
};

async function sealedBoxes(stores: Stores, actor: Actor, cycleId: string): Promise<Found> {
  const cycle = await findCycle(stores, cycleId);
  const { areaId } = cycle;
  demand(actor, 'survey.hold_key', { areaId, unitId: 'any_unit' });
  const holders = await stores.boxes.holders(cycleId);
  const holder = holders.find(({ accountId }) => accountId === actor.accountId);
  if (holder === undefined) {
    throw new Refusal('NOT_A_HOLDER', 'You hold no key of this cycle. Its holders open the boxes.');
  }
  const boxes: SealedBox[] = [];
  for (const campaign of await stores.surveys.campaignsOf(cycleId)) {
    if (campaign.state !== 'sealed') continue;
    if (!holds(actor, 'survey.hold_key', { areaId, unitId: campaign.unitId })) continue;
    const box = await stores.boxes.box(campaign.id);
    if (box !== null) boxes.push({ campaign, box, shares: await stores.boxes.shares(campaign.id) });
  }
  return { cycle, holder, holders, boxes };
}

async function actOn(
  deps: OpenBoxesDeps,
  { cycle, holder, holders }: Found,
  { campaign, box, shares }: SealedBox,
  unlock: Unlock,
): Promise<BoxAct> {
  const campaignId = campaign.id;
  const made = shares.filter(({ fromAccount }) => fromAccount === null);
  const own = made.find(({ accountId }) => accountId === holder.accountId);
  if (own === undefined) return 'no_share';
  const share = own.sealed;
  const passed = shares.find(
    ({ accountId, fromAccount }) => accountId === holder.accountId && fromAccount !== null,
  );
  if (passed !== undefined) {
    const hands = await unlock();
    const { publicKey } = box;
    const open = await hands.open({ campaignId, publicKey, share, passed: passed.sealed });
    await countBox(deps, cycle, campaign, open);
    return 'counted';
  }
  if (shares.some(({ fromAccount }) => fromAccount === holder.accountId)) return 'waiting_for_another';
  const others = made.flatMap(({ accountId }) => {
    const other = holders.find((one) => one.accountId === accountId);
    return other === undefined || other === holder ? [] : [{ accountId, publicKey: other.publicKey }];
  });
  const sealed = await (await unlock()).pass({ campaignId, share, others });
  await deps.transactions.run(async (stores) => {
    await stores.boxes.insertShares(
      sealed.map((passedOn) => ({ ...passedOn, campaignId, fromAccount: holder.accountId })),
    );
    // Whoever has done their half waits for nothing.
    await boxWaits(stores, cycle, campaign, { stage: 'box', at: deps.clock.now(), dueAt: null });
  });
  return 'passed_on';
}
