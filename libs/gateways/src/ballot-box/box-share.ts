import { Refusal } from '@kaoji/domain';
import { readBase64url } from '../keys/base64url.js';
import { KEY_BYTES, readPublicKey, suite, type BoxKeyPair } from './suite.js';

/** `made`: with the box, for its holder. `passed`: opened by its holder and sealed anew to another one. */
export type SharePurpose = 'made' | 'passed';

const VERSION = 1;

/** A share sealed to one holder: base64url(version ‖ enc ‖ ciphertext), bound to campaign, holder and purpose. */
export async function sealShare(
  share: Uint8Array,
  purpose: SharePurpose,
  campaignId: string,
  holderPublicKey: string,
): Promise<string> {
  const recipientPublicKey = await readPublicKey(holderPublicKey);
  const info = boundTo(purpose, campaignId, holderPublicKey);
  const { enc, ct } = await suite.seal({ recipientPublicKey, info }, share);
  const bytes = [Uint8Array.of(VERSION), new Uint8Array(enc), new Uint8Array(ct)];
  return Buffer.concat(bytes).toString('base64url');
}

/** Opens a share with its holder's key. Refuses BOX_SHARES_DO_NOT_FIT for one made for anything or anyone else. */
export async function openShare(
  sealed: string,
  purpose: SharePurpose,
  campaignId: string,
  holder: BoxKeyPair,
): Promise<Uint8Array> {
  const bytes = readBase64url(sealed);
  if (bytes === null || bytes[0] !== VERSION || bytes.length <= 1 + KEY_BYTES) throw sharesDoNotFit();
  const enc = bytes.subarray(1, 1 + KEY_BYTES);
  const info = boundTo(purpose, campaignId, holder.publicKey);
  try {
    const opened = await suite.open({ recipientKey: holder.keys, enc, info }, bytes.subarray(1 + KEY_BYTES));
    return new Uint8Array(opened);
  } catch {
    throw sharesDoNotFit();
  }
}

export function sharesDoNotFit(): Refusal {
  return new Refusal('BOX_SHARES_DO_NOT_FIT', 'These shares do not make the key of this ballot box.');
}

function boundTo(purpose: SharePurpose, campaignId: string, holderPublicKey: string): Buffer {
  return Buffer.from(JSON.stringify(['kaoji-box-share/1', purpose, campaignId, holderPublicKey]));
}
