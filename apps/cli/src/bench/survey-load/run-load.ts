import { performance } from 'node:perf_hooks';
import { type HttpLane, openLane, type Reply } from './http-lane.js';
import { createLoadCount, type LoadCount } from './load-count.js';

/** One request and what becomes of it; null as reply: the connection broke before the answer was there. */
export type Shot = { readonly request: Buffer; readonly done?: (reply: Reply | null) => void };
export type Load = {
  readonly url: string;
  /** Connections at most; each has one request under way. */
  readonly lanes: number;
  readonly seconds: number;
  /** The next request, another one each time; null: there are no more, and the load ends early. */
  next(): Shot | null;
};

const CONNECT_AT_ONCE = 64;

/** Closed loop: every connection sends its next request when it has its answer. Ends when all answers are there. */
export async function closedLoop(load: Load): Promise<LoadCount> {
  return withLanes(load, async (lanes) => {
    const from = performance.now();
    const until = from + load.seconds * 1_000;
    const count = createLoadCount(from, until);
    let ended = false;
    await Promise.all(
      lanes.map(
        (lane) =>
          new Promise<void>((resolve) => {
            const send = (): void => {
              const at = performance.now();
              const shot = ended || at >= until ? null : load.next();
              if (shot === null) {
                ended = true;
                resolve();
                return;
              }
              lane.send(shot.request, (reply) => {
                count.add(at, reply);
                shot.done?.(reply);
                // A closed connection is not opened anew within its own closing.
                if (reply === null) setImmediate(send);
                else send();
              });
            };
            send();
          }),
      ),
    );
    return count.read();
  });
}

/**
 * Open loop: requests are due at a steady rate whatever the server does, and a late answer counts from when its request
 * was due. What finds every connection busy waits in line; what still waits at the end was never sent.
 */
export async function openLoop(load: Load & { readonly perSecond: number }): Promise<LoadCount> {
  return withLanes(load, async (lanes) => {
    const from = performance.now();
    const until = from + load.seconds * 1_000;
    const count = createLoadCount(from, until);
    const free = [...lanes];
    let due = 0;
    let sent = 0;
    let underWay = 0;
    let over = false;
    let finished: () => void = () => undefined;
    const end = new Promise<void>((resolve) => (finished = resolve));

    const sendDue = (): void => {
      while (sent < due && !over) {
        const lane = free.pop();
        if (lane === undefined) return;
        const shot = load.next();
        if (shot === null) {
          over = true;
          return;
        }
        const at = from + (sent * 1_000) / load.perSecond;
        sent += 1;
        underWay += 1;
        lane.send(shot.request, (reply) => {
          underWay -= 1;
          count.add(at, reply);
          shot.done?.(reply);
          free.push(lane);
          if (over && underWay === 0) finished();
          // Whoever waits in line is sent by the clock below: not within somebody else's answer.
        });
      }
    };
    const clock = setInterval(() => {
      const now = performance.now();
      if (now >= until) over = true;
      due = Math.floor((Math.min(now, until) - from) * (load.perSecond / 1_000));
      sendDue();
      if (!over) return;
      clearInterval(clock);
      if (underWay === 0) finished();
    }, 1);
    await end;
    return { ...count.read(), unsent: Math.max(0, due - sent) };
  });
}

async function withLanes<T>(load: Load, work: (lanes: readonly HttpLane[]) => Promise<T>): Promise<T> {
  const lanes = Array.from({ length: load.lanes }, () => openLane(load.url));
  try {
    // A few at a time: what is measured is answers, not how long a line for new connections is.
    for (let at = 0; at < lanes.length; at += CONNECT_AT_ONCE) {
      await Promise.all(lanes.slice(at, at + CONNECT_AT_ONCE).map((lane) => lane.connect()));
    }
    return await work(lanes);
  } finally {
    for (const lane of lanes) lane.close();
  }
}
