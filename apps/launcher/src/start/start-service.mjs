import { CHECKOUT, fromSource } from '../checkout.mjs';
import { LauncherFailure } from '../failure.mjs';
import { jsonObject } from './json-lines.mjs';

const READY_LIMIT_MS = 120_000;

/** @typedef {'worker' | 'api' | 'survey'} ServiceName */

/**
 * Starts one of our services and waits for its `{"event":"ready"}` line.
 * @param {import('../process/session.mjs').Session} session
 * @param {ServiceName} name
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} the address it named
 */
export async function startService({ supervisor }, name, env) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {Promise<string>} */
  const ready = new Promise((resolve, reject) => {
    timer = setTimeout(
      () =>
        reject(new LauncherFailure(`${name} 未在 ${READY_LIMIT_MS / 1_000} 秒内就绪 was not ready in time`)),
      READY_LIMIT_MS,
    );
    supervisor.start({
      name,
      command: process.execPath,
      args: fromSource(`apps/${name}/src/main.ts`),
      cwd: CHECKOUT,
      env,
      onLine: (line, stream) => {
        const said = stream === 'stdout' ? jsonObject(line) : null;
        if (said?.['event'] === 'ready' && said['service'] === name) resolve(String(said['url'] ?? ''));
      },
    });
  });
  try {
    return await ready;
  } finally {
    clearTimeout(timer);
  }
}
