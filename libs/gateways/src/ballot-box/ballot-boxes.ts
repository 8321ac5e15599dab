import { randomFillSync } from 'node:crypto';
import type { BallotBoxes, SealedShare, UnlockedHolder } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import { combine, split } from 'shamir-secret-sharing';
import { openShare, sealShare, sharesDoNotFit, type SharePurpose } from './box-share.js';
import { createHolderKeys, type HolderKeys } from './holder-key.js';
import { openBoxWith } from './open-box.js';
import { KEY_BYTES, keyPairOf, type BoxKeyPair } from './suite.js';
import { withSecrets } from './with-secrets.js';

const OPEN_IT = 2;
const HOLDERS_AT_MOST = 5;

export type BallotBoxOptions = {
  /** How many passphrases are worked on at once: each takes a core and 64 MiB. */
  readonly concurrent: number;
  /** How many wait for their turn; whoever comes after them is refused with `TOO_BUSY`. */
  readonly waiting: number;
};
type Holder = { readonly accountId: string; readonly publicKey: string };

/**
 * Ballot boxes whose key no single person has. The key pair comes from a random seed; the seed is split by Shamir's
 * scheme, so that any two shares give it and one gives nothing, and each share is sealed to its holder's public key.
 * Seeds and open shares are zeroed after use; passphrases, and copies the runtime makes, are left to its collector.
 * `create` refuses BOX_NEEDS_TWO_HOLDERS and BOX_TOO_MANY_HOLDERS (over 5); `unlock` refuses BOX_PASSPHRASE_WRONG, and
 * what it gives refuses BOX_SHARES_DO_NOT_FIT; `enrol` and `unlock` refuse TOO_BUSY.
 */
export function createBallotBoxes(options: BallotBoxOptions = { concurrent: 1, waiting: 32 }): BallotBoxes {
  return ballotBoxesWith(createHolderKeys(options));
}

/** The same over given holder keys. */
export function ballotBoxesWith(holderKeys: HolderKeys): BallotBoxes {
  return {
    enrol: (passphrase) => holderKeys.enrol(passphrase),

    async create(campaignId, holders) {
      checkHolders(holders);
      return withSecrets(async (keep) => {
        const seed = keep(randomFillSync(new Uint8Array(KEY_BYTES)));
        const { publicKey } = await keyPairOf(seed);
        const open = (await split(seed, holders.length, OPEN_IT)).map(keep);
        const sealed = holders.map((holder, index) => sealTo(holder, open[index], 'made', campaignId));
        return { publicKey, shares: await Promise.all(sealed) };
      });
    },

    unlock: async (holder, passphrase) => unlockedWith(await holderKeys.unlock(holder, passphrase)),
  };
}

function unlockedWith(pair: BoxKeyPair): UnlockedHolder {
  return {
    async pass({ campaignId, share, others }) {
      return withSecrets(async (keep) => {
        const own = keep(await openShare(share, 'made', campaignId, pair));
        return Promise.all(others.map((other) => sealTo(other, own, 'passed', campaignId)));
      });
    },

    async open({ campaignId, publicKey, share, passed }) {
      return withSecrets(async (keep) => {
        const own = keep(await openShare(share, 'made', campaignId, pair));
        const theirs = keep(await openShare(passed, 'passed', campaignId, pair));
        const seed = keep(
          await combine([own, theirs]).catch(() => {
            throw sharesDoNotFit();
          }),
        );
        const box = await keyPairOf(seed);
        if (box.publicKey !== publicKey) throw sharesDoNotFit();
        return openBoxWith(box.keys, campaignId);
      });
    },
  };
}

function checkHolders(holders: readonly Holder[]): void {
  const people = new Set(holders.map(({ accountId }) => accountId)).size;
  const keys = new Set(holders.map(({ publicKey }) => publicKey)).size;
  if (Math.min(people, keys) < Math.max(holders.length, OPEN_IT)) {
    throw new Refusal(
      'BOX_NEEDS_TWO_HOLDERS',
      'A ballot box needs at least two holders, each with a key of their own.',
    );
  }
  if (holders.length > HOLDERS_AT_MOST) {
    const most = `A ballot box has at most ${HOLDERS_AT_MOST} holders: any two of them open it.`;
    throw new Refusal('BOX_TOO_MANY_HOLDERS', most, { atMost: HOLDERS_AT_MOST });
  }
}

async function sealTo(
  holder: Holder,
  share: Uint8Array | undefined,
  purpose: SharePurpose,
  campaignId: string,
): Promise<SealedShare> {
  if (share === undefined) throw new Error('There is no share for this holder.');
  const sealed = await sealShare(share, purpose, campaignId, holder.publicKey);
  return { accountId: holder.accountId, sealed };
}
