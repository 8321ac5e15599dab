import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { closedLoop, openLoop, type Shot } from './run-load.js';

const GET = Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n');

/** So many requests and no more. */
function shots(count: number): () => Shot | null {
  let left = count;
  return () => {
    left -= 1;
    return left < 0 ? null : { request: GET };
  };
}

async function withServer<T>(answer: RequestListener, work: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

describe('closedLoop', () => {
  it('counts every answer by its status, in whatever pieces it comes', async () => {
    let turn = 0;
    const count = await withServer(
      (_request, response) => {
        turn += 1;
        response.statusCode = turn % 3 === 0 ? 303 : 200;
        const body = Buffer.alloc(turn % 2 === 0 ? 0 : 100_000, 'x');
        response.setHeader('content-length', body.length);
        response.flushHeaders();
        response.end(body);
      },
      (url) => closedLoop({ url, lanes: 4, seconds: 60, next: shots(300) }),
    );
    expect(count).toMatchObject({ byStatus: { 200: 200, 303: 100 }, broken: 0, unsent: 0 });
  });

  it('tells refusals that say when to come back from those that do not', async () => {
    let turn = 0;
    const count = await withServer(
      (_request, response) => {
        turn += 1;
        response.writeHead(turn % 2 === 0 ? 429 : 503, turn === 2 ? {} : { 'Retry-After': '5' }).end();
      },
      (url) => closedLoop({ url, lanes: 1, seconds: 60, next: shots(10) }),
    );
    expect(count).toMatchObject({ byStatus: { 429: 5, 503: 5 }, withoutRetryAfter: 1 });
  });

  it('counts a connection that breaks, and goes on with another', async () => {
    let turn = 0;
    const count = await withServer(
      (request, response) => {
        turn += 1;
        if (turn === 2) request.socket.destroy();
        else response.end('done');
      },
      (url) => closedLoop({ url, lanes: 1, seconds: 60, next: shots(4) }),
    );
    expect(count).toMatchObject({ byStatus: { 200: 3 }, broken: 1 });
  });
});

describe('openLoop', () => {
  it('counts a wait from when its request was due, though it was sent later', async () => {
    const held: (() => void)[] = [];
    const count = await withServer(
      (_request, response) => {
        held.push(() => response.end('done'));
        // Nobody is answered before the one connection has kept the others waiting for a while.
        if (held.length === 1) setTimeout(() => held[0]?.(), 200);
        else held.at(-1)?.();
      },
      (url) => openLoop({ url, lanes: 1, seconds: 60, perSecond: 1_000, next: shots(100) }),
    );
    expect(count.byStatus[200]).toBe(100);
    expect(count.p50).toBeGreaterThan(100);
  });

  it('says how many were due and never sent', async () => {
    const count = await withServer(
      (_request, response) => setTimeout(() => response.end('late'), 300),
      (url) => openLoop({ url, lanes: 1, seconds: 0.2, perSecond: 100, next: shots(100) }),
    );
    // About twenty were due; exactly how many depends on when the last instant is looked at.
    expect(count.byStatus).toEqual({ 200: 1 });
    expect(count.unsent).toBeGreaterThan(10);
  });
});
