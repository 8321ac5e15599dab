import { findTemporal } from '../temporal/find-temporal.mjs';
import { checkTemporalAddress, runTemporal } from '../temporal/run-temporal.mjs';
import { choosePorts } from './choose-ports.mjs';

/**
 * The user's Temporal where TEMPORAL_ADDRESS names one, else the embedded server with its UI.
 * @param {import('../process/session.mjs').Session} session
 * @param {{ temporal: string }} state
 * @returns {Promise<{ address: string, namespace: string, ui: string | null }>}
 */
export async function startTemporal(session, state) {
  const { progress } = session;
  const namespace = process.env['TEMPORAL_NAMESPACE'] || 'default';
  const given = process.env['TEMPORAL_ADDRESS'];
  if (given) {
    await checkTemporalAddress(given, session.signal);
    progress.say(`Temporal: TEMPORAL_ADDRESS ${given}`);
    return { address: given, namespace, ui: null };
  }
  const executable = await findTemporal(session);
  const { temporal: port, temporalUi: uiPort } = await choosePorts(progress.say, ['temporal', 'temporalUi']);
  const server = { executable, port, uiPort, databaseFile: state.temporal, namespace };
  const address = await progress.step('启动 Temporal Starting Temporal', () => runTemporal(session, server));
  return { address, namespace, ui: `http://127.0.0.1:${uiPort}` };
}
