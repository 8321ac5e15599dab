import { readBase64url } from './base64url.js';

/** A key with an id that travels in whatever it made: `secret` is 32 bytes as base64url. */
export type NamedKey = { readonly id: string; readonly secret: string };
export type KeyRing = {
  /** The key that makes new things. */
  readonly first: { readonly id: string; readonly secret: Buffer };
  /** Every key, to read what was made earlier. */
  readonly byId: ReadonlyMap<string, Buffer>;
};

/**
 * Reads keys of one kind. Throws on no key at all, on a bad or repeated id and on a secret that is not 32 bytes; the
 * message names kind and id, never a value.
 */
export function readNamedKeys(kind: string, keys: readonly NamedKey[]): KeyRing {
  const byId = new Map<string, Buffer>();
  for (const { id, secret } of keys) {
    const bytes = readBase64url(secret, 64);
    if (!/^[a-z0-9-]{1,16}$/.test(id)) throw new Error(`A ${kind} key id has 1 to 16 of a-z, 0-9 and "-".`);
    if (bytes?.length !== 32) throw new Error(`The ${kind} key "${id}" is not 32 bytes of base64url.`);
    if (byId.has(id)) throw new Error(`The ${kind} key "${id}" is there twice.`);
    byId.set(id, bytes);
  }
  for (const [id, secret] of byId) return { first: { id, secret }, byId };
  throw new Error(`A ${kind} needs at least one key.`);
}
