import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {{ id: string, key: string }} SecretKey key: 32 bytes in base64url
 * @typedef {{ name: string, suite: 'intl' | 'sm', key: string }} LogKey key: PKCS #8 in base64url
 * @typedef {object} Secrets
 * @property {readonly SecretKey[]} linkKeys sign survey links, newest first
 * @property {readonly SecretKey[]} contactKeys seal residents' contacts, newest first
 * @property {readonly SecretKey[]} personKeys wrap the keys of people, newest first
 * @property {readonly LogKey[]} logKeys sign the heads of logs, one of each suite, newest first
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
    personKeys: kept.personKeys ?? [newKey()],
    logKeys: kept.logKeys ?? [newLogKey('intl'), newLogKey('sm')],
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
 * @param {'intl' | 'sm'} suite
 * @returns {LogKey}
 */
function newLogKey(suite) {
  const { privateKey } =
    suite === 'sm' ? generateKeyPairSync('ec', { namedCurve: 'SM2' }) : generateKeyPairSync('ed25519');
  const key = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url');
  return { name: `kaoji-${suite}-${randomBytes(3).toString('hex')}`, suite, key };
}

/**
 * The form services read: `<name>:<suite>:<key>[,…]`.
 * @param {readonly LogKey[]} keys
 * @returns {string}
 */
export function logKeysText(keys) {
  return keys.map(({ name, suite, key }) => `${name}:${suite}:${key}`).join(',');
}

/**
 * The form services read: `<id>:<key>[,…]`.
 * @param {readonly SecretKey[]} keys
 * @returns {string}
 */
export function keysText(keys) {
  return keys.map(({ id, key }) => `${id}:${key}`).join(',');
}
