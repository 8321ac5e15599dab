import { CHECKOUT, kaoji } from '../checkout.mjs';
import { consoleBuild } from '../console/console-build.mjs';
import { databaseUrl } from '../database/database-url.mjs';
import { LauncherFailure } from '../failure.mjs';
import { installPackages } from '../install/packages.mjs';
import { writeEnvironmentFile } from '../state/environment-file.mjs';
import { keysText, logKeysText, secrets } from '../state/secrets.mjs';
import { choosePorts } from './choose-ports.mjs';
import { accountsTable, accountsText } from './demo-accounts.mjs';
import { ownVariables, serviceEnvironment } from './service-environment.mjs';
import { startService } from './start-service.mjs';
import { surveyDatabase, surveyEnvironment } from './survey-database.mjs';
import { startTemporal } from './start-temporal.mjs';
import { workflowBundle } from './workflow-bundle.mjs';

/**
 * @typedef {object} Up
 * @property {string} api
 * @property {string} survey
 * @property {string | null} temporalUi
 * @property {string | null} newAccounts a table, when the demo accounts were made just now
 * @property {NodeJS.ProcessEnv} env
 */

/**
 * Installs, migrates, seeds and starts, reusing what an earlier start left.
 * @param {import('../process/session.mjs').Session} session
 * @param {{ options: import('../arguments/start-options.mjs').StartOptions, state: import('../state/state-folder.mjs').StateFolder }} input
 * @returns {Promise<Up>}
 */
export async function bringUp(session, { options, state }) {
  const { progress } = session;
  const database = databaseUrl(process.env['DATABASE_URL'], state.database);
  if ('fault' in database) throw new LauncherFailure(database.fault, { exitCode: 2 });
  if (options.fresh && !database.embedded) {
    progress.say(
      '--fresh 不清空 DATABASE_URL 指向的数据库 --fresh leaves the database of DATABASE_URL as it is',
    );
  }

  await installPackages(session, CHECKOUT);
  const ports = await choosePorts(progress.say, ['api', 'survey', 'worker']);
  const temporal = await startTemporal(session, state);
  const { bundle, buildId } = await workflowBundle(session, state);
  const consoleFolder = await consoleBuild(session, CHECKOUT);
  const { linkKeys, contactKeys, personKeys, logKeys, surveyPassword } = secrets(state.keys);
  const setting = {
    databaseUrl: database.url,
    temporalAddress: temporal.address,
    temporalNamespace: temporal.namespace,
    ports,
    linkKeys: keysText(linkKeys),
    contactKeys: keysText(contactKeys),
    personKeys: keysText(personKeys),
    logKeys: logKeysText(logKeys),
    witness: process.env['KAOJI_WITNESS'] || state.witness,
    archive: process.env['KAOJI_ARCHIVE'] || `file:${state.archive}`,
    bundle,
    buildId,
    consoleFolder,
  };
  const env = serviceEnvironment(process.env, setting);
  writeEnvironmentFile(state.environment, ownVariables(setting));

  const newAccounts = await prepareDatabase(session, { options, state, env });
  const surveyUrl = await surveyDatabase(session, { database, password: surveyPassword, env });
  const [, api, survey] = await progress.step('启动服务 Starting worker, api, survey', () =>
    Promise.all([
      startService(session, 'worker', env),
      startService(session, 'api', env),
      startService(session, 'survey', surveyEnvironment(env, surveyUrl)),
    ]),
  );
  return { api, survey, temporalUi: temporal.ui, newAccounts, env };
}

/**
 * @param {import('../process/session.mjs').Session} session
 * @param {{ options: import('../arguments/start-options.mjs').StartOptions, state: import('../state/state-folder.mjs').StateFolder, env: NodeJS.ProcessEnv }} input
 * @returns {Promise<string | null>}
 */
async function prepareDatabase({ supervisor, progress }, { options, state, env }) {
  const command = (/** @type {string} */ name, /** @type {readonly string[]} */ args) =>
    supervisor.succeed({
      name,
      command: process.execPath,
      args: kaoji(...args),
      cwd: CHECKOUT,
      env,
    });
  await progress.step('准备数据库 Preparing the database', () => command('migrate', ['db', 'migrate']));

  const before = accountsText(state.accounts);
  const demo = [
    '--appraisees',
    String(options.appraisees),
    '--seed',
    options.seed,
    '--accounts',
    state.accounts,
  ];
  await progress.step('准备演示数据 Preparing the demo subdistrict', () =>
    command('seed', ['demo', 'seed', ...demo]),
  );
  const after = accountsText(state.accounts);
  return after === '' || after === before ? null : accountsTable(after);
}
