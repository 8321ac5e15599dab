import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SurveyLinks } from '@kaoji/application';
import { readBase64url } from '../keys/base64url.js';
import { readNamedKeys, type NamedKey } from '../keys/named-keys.js';
import { packLink, unpackLink } from './token.js';

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
export function createSurveyLinks(keys: readonly NamedKey[]): SurveyLinks {
  const { first: signing, byId: secrets } = readNamedKeys('link', keys);
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
      const tag = tagOf(signing.secret, parts);
      return { token: Buffer.concat([parts, tag]).toString('base64url'), linkHash: hashOf(linkId) };
    },

    verify(token) {
      const bytes = readBase64url(token, LONGEST_TOKEN);
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
