import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { NoticeLinks } from '@kaoji/application';
import { readBase64url } from '../keys/base64url.js';
import { readNamedKeys, type NamedKey } from '../keys/named-keys.js';

const VERSION = 1;
const TAG_BYTES = 16; // HMAC-SHA-256 cut to 128 bits
const CONTEXT = 'kaoji-notice-link/1\0'; // so that a survey link's tag is none here
const LONGEST_TOKEN = 160;
const ID = /^[0-9A-Za-z_-]{1,64}$/;

/**
 * The link of a public notice: base64url(version ‖ key id with its length ‖ notice ‖ HMAC-SHA-256 cut to 128 bits). One notice has one
 * link and everybody may have it; the signature keeps strangers from asking for notices there are none of. The first key signs, all
 * verify. Throws on unusable keys, and `of` on a notice id that is none.
 */
export function createNoticeLinks(keys: readonly NamedKey[]): NoticeLinks {
  const { first: signing, byId: secrets } = readNamedKeys('link', keys);
  const nobodysSecret = randomBytes(32);
  return {
    of(noticeId) {
      if (!ID.test(noticeId))
        throw new RangeError('A notice id has 1 to 64 of letters, digits, "-" and "_".');
      const head = Uint8Array.of(VERSION, signing.id.length);
      const parts = Buffer.concat([head, Buffer.from(`${signing.id}${noticeId}`, 'ascii')]);
      return Buffer.concat([parts, tagOf(signing.secret, parts)]).toString('base64url');
    },
    verify(token) {
      const bytes = readBase64url(token, LONGEST_TOKEN);
      if (bytes === null || bytes.length <= 2 + TAG_BYTES || bytes[0] !== VERSION) return null;
      const parts = bytes.subarray(0, -TAG_BYTES);
      const idAt = 2 + (bytes[1] ?? 0);
      const secret = secrets.get(parts.toString('latin1', 2, idAt));
      const genuine = timingSafeEqual(tagOf(secret ?? nobodysSecret, parts), bytes.subarray(-TAG_BYTES));
      const noticeId = parts.toString('latin1', idAt);
      return genuine && secret !== undefined && ID.test(noticeId) ? noticeId : null;
    },
  };
}

function tagOf(secret: Buffer, parts: Buffer): Buffer {
  return createHmac('sha256', secret).update(CONTEXT).update(parts).digest().subarray(0, TAG_BYTES);
}
