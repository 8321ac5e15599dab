import { KEY_BYTES, readPublicKey, suite, type KeyPair } from './suite.js';

/** What one HPKE context gives: a key for AES-256-GCM, and the encapsulation a box owner finds it again by. */
export type BallotKey = { readonly enc: Buffer; readonly key: Buffer };

const EXPORTED = Buffer.from('ballot key');

/** A fresh ballot key for a box (a context of its own, section 5.1.1; secret export, section 5.3). Costs about 1 ms. */
export async function newBallotKey(publicKey: string, campaignId: string): Promise<BallotKey> {
  const context = await suite.createSenderContext({
    recipientPublicKey: await readPublicKey(publicKey),
    info: boundTo(campaignId),
  });
  return { enc: Buffer.from(context.enc), key: await exported(context) };
}

/** The ballot key behind an encapsulation. Throws the library's DecapError where `enc` is no usable point. */
export async function findBallotKey(keys: KeyPair, campaignId: string, enc: Buffer): Promise<BallotKey> {
  const context = await suite.createRecipientContext({ recipientKey: keys, enc, info: boundTo(campaignId) });
  return { enc, key: await exported(context) };
}

async function exported(context: { export(what: Uint8Array, length: number): Promise<ArrayBuffer> }) {
  return Buffer.from(await context.export(EXPORTED, KEY_BYTES));
}

function boundTo(campaignId: string): Buffer {
  return Buffer.from(`kaoji-ballot/1\0${campaignId}`);
}
