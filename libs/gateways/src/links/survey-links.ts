import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SurveyLinks } from '@kaoji/application';
import { packLink, unpackLink } from './token.js';

/** A link key: `secret` is 32 bytes as base64url. The id travels in every link it signs. */
export type LinkKey = { readonly id: string; readonly secret: string };

const TAG_BYTES = 16; // HMAC-SHA-256 cut to 128 bits
const CONTEXT = 'kaoji-survey-link/1\0'; // so that a tag made for something else is none here
const LONGEST_TOKEN = 200;
const LATEST_EXPIRY_SECONDS = 0xffff_ffff; // 7 February 2106

/**
 * Survey links as `base64url(parts ‖ HMAC-SHA-256(parts) cut to 128 bits)`, 74 characters for a UUID campaign
 * and a one-letter key id. The first key signs, all of them verify: to rotate, put the new key first and drop
 * the old one when its links have expired. `linkHash` is the SHA-256 (hex) of the link's 16 random bytes; it
 * alone is stored. `issue` moves the expiry up to the next whole second.
 * Throws on unusable keys, and `issue` on a campaign id that is no text of 1 to 64 characters.
 */
export function createSurveyLinks(keys: readonly LinkKey[]): SurveyLinks {
  const secrets = readKeys(keys);
  const [signing] = keys;
  if (signing === undefined) throw new Error('Survey links need at least one key.');
  // An unknown key id costs what a known one does; nobody knows this key.
  const nobodysSecret = randomBytes(32);

  return {
    issue(campaignId, expiresAt) {
      const linkId = randomBytes(16);
      const parts = packLink({
        keyId: signing.id,
        expiresAtSeconds: wholeSeconds(expiresAt),
        linkId,
        campaignId: checkedCampaign(campaignId),
      });
      const tag = tagOf(secrets.get(signing.id) ?? nobodysSecret, parts);
      return { token: Buffer.concat([parts, tag]).toString('base64url'), linkHash: hashOf(linkId) };
    },

    verify(token) {
      const bytes = decode(token);
      if (bytes === null || bytes.length <= TAG_BYTES) return { ok: false, code: 'LINK_MALFORMED' };
      const signed = bytes.subarray(0, -TAG_BYTES);
      const parts = unpackLink(signed);
      if (parts === null) return { ok: false, code: 'LINK_MALFORMED' };
      const secret = secrets.get(parts.keyId);
      const genuine = timingSafeEqual(tagOf(secret ?? nobodysSecret, signed), bytes.subarray(-TAG_BYTES));
      if (!genuine || secret === undefined) return { ok: false, code: 'LINK_FORGED' };
      return {
        ok: true,
        campaignId: parts.campaignId,
        expiresAt: parts.expiresAtSeconds * 1000,
        linkHash: hashOf(parts.linkId),
      };
    },
  };
}

function readKeys(keys: readonly LinkKey[]): ReadonlyMap<string, Buffer> {
  const secrets = new Map<string, Buffer>();
  for (const { id, secret } of keys) {
    const bytes = decode(secret);
    // The message names the key, never its value.
    if (!/^[a-z0-9-]{1,16}$/.test(id)) throw new Error('A link key id has 1 to 16 of a-z, 0-9 and "-".');
    if (bytes?.length !== 32) throw new Error(`The link key "${id}" is not 32 bytes of base64url.`);
    if (secrets.has(id)) throw new Error(`The link key "${id}" is there twice.`);
    secrets.set(id, bytes);
  }
  return secrets;
}

/** Strict base64url: what decodes to the same bytes but is written otherwise is refused. */
function decode(text: string): Buffer | null {
  if (typeof text !== 'string' || text.length > LONGEST_TOKEN) return null;
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}

function tagOf(secret: Buffer, parts: Buffer): Buffer {
  return createHmac('sha256', secret).update(CONTEXT).update(parts).digest().subarray(0, TAG_BYTES);
}

function hashOf(linkId: Uint8Array): string {
  return createHash('sha256').update(linkId).digest('hex');
}

function wholeSeconds(expiresAt: number): number {
  const seconds = Math.ceil(expiresAt / 1000);
  if (Number.isInteger(seconds) && seconds > 0 && seconds <= LATEST_EXPIRY_SECONDS) return seconds;
  throw new RangeError('A link expires at an instant (epoch ms) before 2106.');
}

function checkedCampaign(campaignId: string): string {
  const bytes = Buffer.from(campaignId, 'utf8');
  // A lone surrogate would come back as another id.
  const isText = bytes.toString('utf8') === campaignId;
  if (isText && bytes.length >= 1 && bytes.length <= 64) return campaignId;
  throw new RangeError('A campaign id has 1 to 64 bytes of text.');
}
