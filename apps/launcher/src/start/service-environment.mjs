import { dirname } from 'node:path';

/**
 * @typedef {object} Setting
 * @property {string} databaseUrl
 * @property {string} temporalAddress
 * @property {string} temporalNamespace
 * @property {{ api: number, survey: number, worker: number }} ports
 * @property {string} linkKeys
 * @property {string} contactKeys
 * @property {string} personKeys
 * @property {string} logKeys
 * @property {string} witness
 * @property {string} archive
 * @property {string} bundle
 * @property {string} buildId
 * @property {string} consoleFolder
 */

/**
 * What every service and command of ours finds in its environment; the user's own variables stay, ours win.
 * @param {NodeJS.ProcessEnv} inherited
 * @param {Setting} setting
 * @returns {NodeJS.ProcessEnv}
 */
export function serviceEnvironment(inherited, setting) {
  return { ...inherited, NODE_ENV: inherited['NODE_ENV'] || 'development', ...ownVariables(setting) };
}

/**
 * @param {Setting} setting
 * @returns {Record<string, string>}
 */
export function ownVariables({
  databaseUrl,
  temporalAddress,
  temporalNamespace,
  ports,
  linkKeys,
  contactKeys,
  personKeys,
  logKeys,
  witness,
  archive,
  bundle,
  buildId,
  consoleFolder,
}) {
  return {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: temporalNamespace,
    KAOJI_API_PORT: String(ports.api),
    KAOJI_SURVEY_PORT: String(ports.survey),
    KAOJI_SURVEY_ORIGIN: `http://127.0.0.1:${ports.survey}`,
    KAOJI_WORKER_PORT: String(ports.worker),
    KAOJI_LINK_KEYS: linkKeys,
    KAOJI_CONTACT_KEYS: contactKeys,
    KAOJI_PERSON_KEYS: personKeys,
    KAOJI_LOG_KEYS: logKeys,
    KAOJI_WITNESS: witness,
    KAOJI_ARCHIVE: archive,
    KAOJI_WORKFLOW_BUNDLE: bundle,
    KAOJI_BUILD_ID: buildId,
    KAOJI_CONSOLE: consoleFolder,
    KAOJI_EARLIER_BUNDLES: dirname(bundle),
    KAOJI_DEPLOYMENT: 'kaoji',
  };
}
