import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** Stands between a client and the database server at `url`, and can break off where it hurts. */
export type Relay = {
  /** The same database by way of the relay. */
  readonly url: string;
  /** Breaks the next connection that sends `words`: `before` they reach the server, or `after`, with its answer lost. */
  breakAt(words: string, when: 'before' | 'after'): void;
  close(): Promise<void>;
};

/** A relay on a free port of this machine. */
export async function openRelay(url: string): Promise<Relay> {
  const target = new URL(url);
  const open = new Set<Socket>();
  let breaking: { readonly words: string; readonly when: 'before' | 'after' } | null = null;

  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    let answers = true;
    upstream.on('data', (chunk) => {
      if (answers) client.write(chunk);
      else client.destroy();
    });
    client.on('data', (chunk) => {
      const now = breaking !== null && chunk.includes(breaking.words) ? breaking.when : null;
      if (now !== null) breaking = null;
      if (now === 'before') {
        client.destroy();
        return;
      }
      answers = now === null;
      upstream.write(chunk);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const own = new URL(url);
  own.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: own.href,
    breakAt: (words, when) => {
      breaking = { words, when };
    },
    close: async () => {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, 'close');
    },
  };
}
