import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { ContactSealer } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import { readBase64url } from '../keys/base64url.js';
import { readNamedKeys, type NamedKey } from '../keys/named-keys.js';

const VERSION = 1;
const CONTEXT = 'kaoji-contact/1'; // so that the same secret under another use gives another key
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const TAG = { authTagLength: TAG_BYTES };
const PADDED_TO = 64;

/**
 * Seals what reaches a resident (JSON) for the database: base64url(version ‖ key id with its length ‖ nonce ‖ AES-256-GCM
 * ‖ tag), bound to its campaign and padded to a multiple of 64 bytes, so that a length tells no name. The first key
 * seals, all of them open: to rotate, put the new one first and drop the old one once its campaigns are closed.
 * Throws on unusable keys and on what JSON cannot write; `open` refuses CONTACT_SEALED_WRONG.
 */
export function createContactSealer(keys: readonly NamedKey[]): ContactSealer {
  const ring = readNamedKeys('contact', keys);
  const sealing = { id: ring.first.id, key: keyFrom(ring.first.secret) };
  const byId = new Map([...ring.byId].map(([id, secret]) => [id, keyFrom(secret)]));

  return {
    seal(campaignId, contact) {
      const head = Buffer.concat([
        Uint8Array.of(VERSION, sealing.id.length),
        Buffer.from(sealing.id, 'ascii'),
      ]);
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, sealing.key, nonce, TAG).setAAD(boundTo(head, campaignId));
      const body = cipher.update(paddedJson(contact));
      cipher.final();
      return Buffer.concat([head, nonce, body, cipher.getAuthTag()]).toString('base64url');
    },

    open(campaignId, sealed) {
      const bytes = readBase64url(sealed) ?? Buffer.alloc(0);
      const nonceAt = 2 + (bytes[1] ?? 0);
      const bodyAt = nonceAt + NONCE_BYTES;
      const key = byId.get(bytes.toString('latin1', 2, nonceAt));
      if (bytes[0] !== VERSION || bytes.length < bodyAt + TAG_BYTES || key === undefined) throw sealedWrong();
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(nonceAt, bodyAt), TAG)
        .setAAD(boundTo(bytes.subarray(0, nonceAt), campaignId))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        const json = Buffer.concat([decipher.update(bytes.subarray(bodyAt, -TAG_BYTES)), decipher.final()]);
        return JSON.parse(json.toString('utf8')) as unknown;
      } catch {
        throw sealedWrong();
      }
    },
  };
}

function keyFrom(secret: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', CONTEXT, 32));
}

/** JSON ignores spaces at its end. */
function paddedJson(contact: unknown): Buffer {
  const json = JSON.stringify(contact) as string | undefined;
  if (json === undefined) throw new TypeError('A contact is something JSON can write.');
  const bytes = Buffer.from(json, 'utf8');
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & (PADDED_TO - 1), ' ')]);
}

function boundTo(head: Buffer, campaignId: string): Buffer {
  return Buffer.concat([head, Buffer.from(campaignId, 'utf8')]);
}

function sealedWrong(): Refusal {
  return new Refusal(
    'CONTACT_SEALED_WRONG',
    'This sealed contact cannot be opened: no key fits, or it was changed.',
  );
}
