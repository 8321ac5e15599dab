import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What a signature covers, in both directions: what we send to a gateway, and the reports it sends back. */
export type SignedParts = {
  readonly method: string;
  /** Path and query as they stand in the request line. */
  readonly path: string;
  /** `2026-03-11T01:00:00.000Z` */
  readonly date: string;
  readonly body: string;
  readonly keyId: string;
};

export const DATE_HEADER = 'x-kaoji-date';
export const KEY_HEADER = 'x-kaoji-key';
export const SIGNATURE_HEADER = 'x-kaoji-signature';

/**
 * The text that is signed, six lines without one at the end: `KAOJI-HMAC-SHA256`, method, path, date, SHA-256 of
 * the body (hex, lower case), key id. No field can hold a line break, so no two requests share a text.
 */
export function canonicalRequest({ method, path, date, body, keyId }: SignedParts): string {
  const bodyHash = createHash('sha256').update(body, 'utf8').digest('hex');
  return ['KAOJI-HMAC-SHA256', method.toUpperCase(), path, date, bodyHash, keyId].join('\n');
}

/** HMAC-SHA-256 over the canonical text, base64url; `secret` is base64url as well. */
export function signatureOf(secret: string, parts: SignedParts): string {
  const key = Buffer.from(secret, 'base64url');
  return createHmac('sha256', key).update(canonicalRequest(parts)).digest('base64url');
}

/** Whether this is the signature; takes equally long for every wrong one. */
export function isSignatureOf(secret: string, parts: SignedParts, signature: string): boolean {
  const right = Buffer.from(signatureOf(secret, parts));
  const given = Buffer.from(signature);
  return given.length === right.length && timingSafeEqual(given, right);
}
