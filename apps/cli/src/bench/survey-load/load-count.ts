import { performance } from 'node:perf_hooks';
import type { Reply } from './http-lane.js';

/** What became of a load. */
export type LoadCount = {
  /** Answers by status; every request is in here, in `broken` or in `unsent`. */
  readonly byStatus: Readonly<Record<number, number>>;
  /** Connections that ended before their answer. */
  readonly broken: number;
  /** Requests that were due and found no free connection until the end. */
  readonly unsent: number;
  /** Answers of 429 and 503 that do not say when to come back. */
  readonly withoutRetryAfter: number;
  /** Done (2xx and 3xx) within the time given, per second. */
  readonly donePerSecond: number;
  /** Done in each second from the start. */
  readonly doneBySecond: readonly number[];
  /** Milliseconds until an answer of 2xx or 3xx. */
  readonly p50: number;
  readonly p99: number;
};

type Counting = { add(sentAt: number, reply: Reply | null): void; read(): LoadCount };

/** Counts answers to a load between two instants of the monotonic clock (ms). */
export function createLoadCount(from: number, until: number): Counting {
  const byStatus: Record<number, number> = {};
  const bySecond: number[] = [];
  const waits: number[] = [];
  let broken = 0;
  let withoutRetryAfter = 0;
  let inTime = 0;
  let last = from;
  return {
    add(sentAt, reply) {
      if (reply === null) {
        broken += 1;
        return;
      }
      const { status } = reply;
      byStatus[status] = (byStatus[status] ?? 0) + 1;
      if ((status === 429 || status === 503) && reply.retryAfter === null) withoutRetryAfter += 1;
      if (status >= 400) return;
      const now = performance.now();
      const second = Math.floor((now - from) / 1_000);
      bySecond[second] = (bySecond[second] ?? 0) + 1;
      waits.push(now - sentAt);
      if (now > until) return;
      inTime += 1;
      last = now;
    },
    read() {
      const sorted = Float64Array.from(waits).sort();
      const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
      // A load that ran out of requests was shorter than planned.
      const seconds = (last - from) / 1_000;
      const doneBySecond = Array.from(bySecond, (done) => done ?? 0);
      const counts = { byStatus, broken, unsent: 0, withoutRetryAfter, doneBySecond };
      return { ...counts, donePerSecond: inTime / seconds, p50: at(0.5), p99: at(0.99) };
    },
  };
}
