import { createServer } from 'node:net';

const HOST = '127.0.0.1';

/**
 * The preferred port where it is free, else one the system gives; `moved` says which happened.
 * @param {number} preferred
 * @param {ReadonlySet<number>} [promised] ports already handed out but not yet listening
 * @returns {Promise<{ port: number, moved: boolean }>}
 */
export async function choosePort(preferred, promised = new Set()) {
  if (!promised.has(preferred) && (await isFree(preferred))) return { port: preferred, moved: false };
  return { port: await freePort(promised), moved: true };
}

/**
 * A port nobody listens on, given by the system.
 * @param {ReadonlySet<number>} [promised]
 * @returns {Promise<number>}
 */
export async function freePort(promised = new Set()) {
  for (;;) {
    const port = await listenOnce(0);
    if (port === null) throw new Error('no free port on the loopback interface');
    if (!promised.has(port)) return port;
  }
}

/** @param {number} port */
async function isFree(port) {
  return (await listenOnce(port)) !== null && (await listenOnce(port, '0.0.0.0')) !== null;
}

/**
 * @param {number} port 0 asks for any
 * @param {string} [host]
 * @returns {Promise<number | null>} the port listened on for a moment, null where it was taken or not allowed
 */
function listenOnce(port, host = HOST) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const given = address !== null && typeof address === 'object' ? address.port : null;
      server.close(() => resolve(given));
    });
  });
}
