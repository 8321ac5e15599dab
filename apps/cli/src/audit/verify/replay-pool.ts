import type { Portion, ReplayedEntry } from './inside/order.js';
import type { VerifierProgram } from './program/verifier-program.js';
import { runInside, type Inside, type Sandbox } from './sandbox.js';
import type { Progress } from './verified.js';
import { verifyFinding } from './verify-words.js';

const LARGEST = 64; // histories under one worker of the SDK: making one costs what several replays do
const SMALLEST = 8;

export type PoolBench = {
  readonly program: VerifierProgram;
  readonly sandbox: Sandbox;
  readonly bundle: number;
  readonly processes: number;
  readonly onProgress: (progress: Progress) => void;
};

/** Histories of one bundle, replayed by as many processes as are taken on. */
export type ReplayPool = {
  /** One more process; ends when nothing is left. */
  readonly work: () => Promise<void>;
  /** Ends all of them: there is nothing worth replaying. */
  readonly stop: () => void;
  readonly replayed: () => readonly ReplayedEntry[]; // in the order of the manifest
  /** Why nothing can be replayed here; null where it can. */
  readonly none: () => string | null;
};

/**
 * Processes take portions as they get done. One that never answers, or dies, is ended; the histories of its portion are
 * replayed one by one by another, so that the one to blame is named and the others go on.
 */
export function createReplayPool(bench: PoolBench): ReplayPool {
  const replayed = new Map<number, ReplayedEntry>();
  const running = new Set<Inside>();
  const alone: number[] = []; // places to be replayed one by one
  let next = 0;
  let total: number | null = null;
  let none: string | null = null;
  let stopped = false;

  const told = (one: ReplayedEntry): void => {
    replayed.set(one.at, one);
    bench.onProgress({ done: replayed.size, of: total ?? replayed.size });
  };
  const take = (): Portion | null => {
    const single = alone.shift();
    if (single !== undefined) return { from: single, to: single + 1 };
    const left = (total ?? 0) - next;
    if (left <= 0 || stopped) return null;
    const fair = Math.ceil(left / (2 * bench.processes));
    const from = next;
    next = Math.min(total ?? 0, from + Math.min(LARGEST, Math.max(SMALLEST, fair)));
    return { from, to: next };
  };
  const blame = ({ from, to }: Portion, reason: string): void => {
    const open = Array.from({ length: to - from }, (_, nth) => from + nth).filter((at) => !replayed.has(at));
    if (to - from > 1) alone.push(...open);
    else for (const at of open) told(endedAlone(at, reason));
  };
  /** Until nothing is left or the process has died; says whether another should go on. */
  const runOne = async (): Promise<boolean> => {
    const inside = runInside(bench.program, bench.sandbox, bench.bundle, { task: 'replay' });
    running.add(inside);
    let current: Portion | null = null;
    const goOn = (): void => {
      current = take();
      if (current === null) inside.end();
      else inside.send(current);
    };
    for await (const answer of inside.answers) {
      if (answer.kind === 'ready') total = answer.of;
      if (answer.kind === 'no_replay') none = answer.reason;
      if (answer.kind === 'replayed') told(answer.replayed);
      if (answer.kind === 'ready' || answer.kind === 'portion_done') goOn();
    }
    running.delete(inside);
    const failure = inside.failure();
    if (failure === null || stopped) return false;
    if (current === null) {
      none ??= failure; // it did not even begin
      return false;
    }
    blame(current, failure);
    return alone.length > 0 || next < (total ?? 0);
  };
  return {
    work: async () => {
      while (!stopped && (await runOne()));
    },
    stop: () => {
      stopped = true;
      for (const inside of running) inside.kill();
    },
    replayed: () => [...replayed.values()].sort((a, b) => a.at - b.at),
    none: () => none,
  };
}

function endedAlone(at: number, reason: string): ReplayedEntry {
  const findings = [verifyFinding('REPLAY_TOO_LONG', {}, reason)];
  return { entry: '', at, findings, open: null, events: 0, names: [] };
}
