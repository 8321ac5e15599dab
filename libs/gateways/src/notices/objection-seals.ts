import { hkdfSync } from 'node:crypto';
import type { ObjectionKeys, ObjectionSealer, ObjectionText } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import { findBallotKey, newBallotKey } from '../ballot-box/ballot-key.js';
import { openBallot, readSealed, sealBallot } from '../ballot-box/sealed-ballot.js';
import { keyPairOf, type BoxKeyPair } from '../ballot-box/suite.js';
import { readNamedKeys, type NamedKey } from '../keys/named-keys.js';

const PADDED_TO = 512;
const CONTEXT = 'kaoji-objection/1';

/**
 * Seals an objection to its notice's public key, as answers are sealed to a ballot box (HPKE), padded so that a length tells little.
 * Throws where the public key is none.
 */
export function createObjectionSealer(): ObjectionSealer {
  return {
    async seal(publicKey, noticeId, text) {
      const bytes = Buffer.from(JSON.stringify(text), 'utf8');
      const padded = Buffer.concat([bytes, Buffer.alloc(PADDED_TO - (bytes.length % PADDED_TO), ' ')]);
      return sealBallot(await newBallotKey(publicKey, boxOf(noticeId)), boxOf(noticeId), padded);
    },
  };
}

/**
 * The key pair of each notice, derived from the keys that contacts are sealed with: nothing more has to be kept, and whoever has those
 * keys reads objections. The first key makes new pairs; all of them open. Throws on unusable keys.
 */
export function createObjectionKeys(keys: readonly NamedKey[]): ObjectionKeys {
  const ring = readNamedKeys('contact', keys);
  const pairOf = async (secret: Buffer, noticeId: string): Promise<BoxKeyPair> =>
    keyPairOf(new Uint8Array(hkdfSync('sha256', secret, noticeId, CONTEXT, 32)));
  return {
    publicKeyOf: async (noticeId) => (await pairOf(ring.first.secret, noticeId)).publicKey,
    open: async ({ id, publicKey }, sealed) => {
      const parts = readSealed(sealed);
      for (const secret of ring.byId.values()) {
        const pair = await pairOf(secret, id);
        if (parts === null || pair.publicKey !== publicKey) continue;
        const key = await findBallotKey(pair.keys, boxOf(id), parts.enc).catch(() => null);
        const bytes = key === null ? null : openBallot(key, boxOf(id), parts);
        if (bytes !== null) return JSON.parse(Buffer.from(bytes).toString('utf8')) as ObjectionText;
      }
      throw new Refusal(
        'OBJECTION_SEALED_WRONG',
        'This objection cannot be opened: no key fits, or it was changed.',
      );
    },
  };
}

/** So that nothing sealed to a ballot box opens as an objection, nor the other way round. */
function boxOf(noticeId: string): string {
  return `objection/${noticeId}`;
}
