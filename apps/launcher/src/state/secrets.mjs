import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {{ id: string, key: string }} SecretKey key: 32 bytes in base64url
 * @typedef {object} Secrets
 * @property {readonly SecretKey[]} linkKeys sign survey links, newest first
 * @property {readonly SecretKey[]} contactKeys seal residents' contacts, newest first
 * @property {string} surveyPassword of the survey's own database account
 */

/**
 * The secrets of this checkout: each made once, readable by the owner only. What an older file lacks is added.
 * @param {string} file
 * @returns {Secrets}
 */
export function secrets(file) {
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const all = {
    linkKeys: kept.linkKeys ?? [newKey()],
    contactKeys: kept.contactKeys ?? [newKey()],
    surveyPassword: kept.surveyPassword ?? randomBytes(24).toString('base64url'),
  };
  if (Object.keys(all).some((name) => kept[name] === undefined)) {
    writeFileSync(file, `${JSON.stringify({ ...kept, ...all }, null, 2)}\n`, { mode: 0o600 });
  }
  return all;
}

/** @returns {SecretKey} */
function newKey() {
  return { id: `k${randomBytes(3).toString('hex')}`, key: randomBytes(32).toString('base64url') };
}

/**
 * The form services read: `<id>:<key>[,…]`.
 * @param {readonly SecretKey[]} keys
 * @returns {string}
 */
export function keysText(keys) {
  return keys.map(({ id, key }) => `${id}:${key}`).join(',');
}
