import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** @typedef {{ id: string, key: string }} LinkKey key: 32 bytes in base64url */

/**
 * The keys that sign survey links, newest first; made once, readable by the owner only.
 * @param {string} file
 * @returns {readonly LinkKey[]}
 */
export function linkKeys(file) {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')).linkKeys;
  const made = [{ id: `k${randomBytes(3).toString('hex')}`, key: randomBytes(32).toString('base64url') }];
  writeFileSync(file, `${JSON.stringify({ linkKeys: made }, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return made;
}

/**
 * The form services read: `<id>:<key>[,…]`.
 * @param {readonly LinkKey[]} keys
 * @returns {string}
 */
export function linkKeysText(keys) {
  return keys.map(({ id, key }) => `${id}:${key}`).join(',');
}
