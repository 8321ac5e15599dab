import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const RETRY_MS = 100;

/**
 * Waits until something accepts connections; with `greeting`, until it also says its first byte.
 * @param {{ host: string, port: number, limitMs: number, greeting?: boolean, signal?: AbortSignal }} target
 * @returns {Promise<boolean>} false when the limit passed first
 */
export async function waitForPort({ host, port, limitMs, greeting = false, signal }) {
  const until = Date.now() + limitMs;
  while (Date.now() < until) {
    signal?.throwIfAborted();
    if (await answers(host, port, greeting)) return true;
    await pause(RETRY_MS);
  }
  return false;
}

/**
 * @param {string} host
 * @param {number} port
 * @param {boolean} greeting
 * @returns {Promise<boolean>}
 */
function answers(host, port, greeting) {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (/** @type {boolean} */ result) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(2_000, () => end(false));
    socket.once('error', () => end(false));
    if (greeting) socket.once('data', () => end(true));
    else socket.once('connect', () => end(true));
  });
}
