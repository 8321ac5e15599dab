import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { SigningLogKey, SuiteId } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import { suiteOf } from '../suites/suites.js';
import { readBase64url } from './base64url.js';

/** A log key as the configuration writes it: `privateKey` is base64url of PKCS #8. */
export type LogKeyText = { readonly name: string; readonly suite: SuiteId; readonly privateKey: string };

const PROBE = Buffer.from('kaoji log key', 'utf8');

/**
 * Keys that sign logs, each with its public half. Refuses `LOG_KEY_INVALID` for a key that is none of its suite, and for a
 * name or key that is there twice; the message names the key, never what is in it.
 */
export function readLogKeys(keys: readonly LogKeyText[]): readonly SigningLogKey[] {
  const read = keys.map(({ name, suite, privateKey }) => {
    const publicKey = publicHalf(privateKey);
    const known = suiteOf(suite);
    if (publicKey === null || known === null || !signs(known, privateKey, publicKey)) {
      throw invalid(`The log key "${name}" is no signing key of the suite ${suite}.`);
    }
    return { name, suite, publicKey, privateKey };
  });
  for (const { name, publicKey } of read) {
    const alike = read.filter((other) => other.name === name || other.publicKey === publicKey);
    if (alike.length > 1) throw invalid(`The log key "${name}" is there twice, by name or by content.`);
  }
  return read;
}

function invalid(sentence: string): Refusal {
  return new Refusal('LOG_KEY_INVALID', sentence);
}

function signs(
  suite: NonNullable<ReturnType<typeof suiteOf>>,
  privateKey: string,
  publicKey: string,
): boolean {
  try {
    return suite.verify(publicKey, PROBE, suite.sign(privateKey, PROBE));
  } catch {
    return false; // what OpenSSL says of it may hold parts of the key
  }
}

function publicHalf(privateKey: string): string | null {
  const der = readBase64url(privateKey, 10_000);
  if (der === null) return null;
  try {
    const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    return createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64url');
  } catch {
    return null;
  }
}
