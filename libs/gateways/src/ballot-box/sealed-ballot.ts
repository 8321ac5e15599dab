import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readBase64url } from '../keys/base64url.js';
import type { BallotKey } from './ballot-key.js';
import { KEY_BYTES } from './suite.js';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ENC_AT = 1;
const NONCE_AT = ENC_AT + KEY_BYTES;
const BODY_AT = NONCE_AT + NONCE_BYTES;
const CIPHER = 'aes-256-gcm';
const TAG = { authTagLength: TAG_BYTES };

/** A sealed ballot taken apart; `body` is ciphertext. */
export type SealedParts = {
  readonly enc: Buffer;
  readonly nonce: Buffer;
  readonly body: Buffer;
  readonly tag: Buffer;
};

/**
 * base64url(version ‖ enc ‖ nonce ‖ ciphertext ‖ tag): 61 bytes more than the ballot, whatever is in it. The tag also
 * covers version, campaign and enc. Nonces are random, not counted: a counter would write down in which order ballots
 * came, and among the 1,000 of one key two of 96 random bits meet once in 10²³.
 */
export function sealBallot({ enc, key }: BallotKey, campaignId: string, ballot: Uint8Array): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, TAG).setAAD(boundTo(campaignId, enc));
  const body = cipher.update(ballot);
  cipher.final();
  return Buffer.concat([Uint8Array.of(VERSION), enc, nonce, body, cipher.getAuthTag()]).toString('base64url');
}

/** The parts of a sealed ballot; null for a text that cannot be one. Never throws. */
export function readSealed(sealed: string): SealedParts | null {
  const bytes = readBase64url(sealed);
  if (bytes === null || bytes.length < BODY_AT + TAG_BYTES || bytes[0] !== VERSION) return null;
  return {
    enc: bytes.subarray(ENC_AT, NONCE_AT),
    nonce: bytes.subarray(NONCE_AT, BODY_AT),
    body: bytes.subarray(BODY_AT, -TAG_BYTES),
    tag: bytes.subarray(-TAG_BYTES),
  };
}

/** The ballot; null when it was sealed under another key, for another campaign, or was changed since. */
export function openBallot({ key }: BallotKey, campaignId: string, parts: SealedParts): Uint8Array | null {
  const decipher = createDecipheriv(CIPHER, key, parts.nonce, TAG)
    .setAAD(boundTo(campaignId, parts.enc))
    .setAuthTag(parts.tag);
  const ballot = decipher.update(parts.body);
  try {
    decipher.final();
    return ballot;
  } catch {
    ballot.fill(0);
    return null;
  }
}

function boundTo(campaignId: string, enc: Buffer): Buffer {
  return Buffer.concat([Uint8Array.of(VERSION), Buffer.from(campaignId), enc]);
}
