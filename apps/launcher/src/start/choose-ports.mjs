import { choosePort } from '../port/free-port.mjs';

const PREFERRED = { api: 3400, survey: 3401, worker: 3402, temporal: 7233, temporalUi: 8233 };

/** @typedef {keyof typeof PREFERRED} PortName */

/**
 * The usual ports, or free ones where they are taken, saying so.
 * @param {(line: string) => void} say
 * @param {readonly PortName[]} names
 * @returns {Promise<Record<PortName, number>>} 0 for those not asked for
 */
export async function choosePorts(say, names) {
  const chosen = { api: 0, survey: 0, worker: 0, temporal: 0, temporalUi: 0 };
  const promised = new Set();
  for (const name of names) {
    const { port, moved } = await choosePort(PREFERRED[name], promised);
    if (moved)
      say(
        `端口 ${PREFERRED[name]} 已被占用，${name} 改用 ${port} Port ${PREFERRED[name]} is taken; ${name} uses ${port}`,
      );
    promised.add(port);
    chosen[name] = port;
  }
  return chosen;
}
