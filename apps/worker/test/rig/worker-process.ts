import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CHECKOUT = fileURLToPath(new URL('../../../..', import.meta.url));

export type Finished = { readonly code: number | null; readonly out: string; readonly err: string };
export type WorkerProcess = {
  readonly url: string;
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
};

/** Runs one of the worker's entries from source, to its end. */
export async function runEntry(
  entry: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  return ending(start(`apps/worker/src/${entry}`, args, env));
}

/** Runs a script of a test from source, by its path from the checkout. */
export async function runScript(path: string): Promise<Finished> {
  return ending(start(path, [], {}));
}

async function ending(child: ChildProcess): Promise<Finished> {
  const { out, err } = outputOf(child);
  const code = await new Promise<number | null>((resolve) => void child.once('close', resolve));
  return { code, out: out(), err: err() };
}

/** Starts the worker as the launcher does and waits for its ready line. */
export async function startWorkerProcess(env: Readonly<Record<string, string>>): Promise<WorkerProcess> {
  const child = start('apps/worker/src/main.ts', [], env);
  const { out, err } = outputOf(child);
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const ready = /^\{"event":"ready","service":"worker","url":"([^"]+)"\}$/m.exec(out());
      if (ready?.[1] !== undefined) resolve(ready[1]);
    });
    child.once('exit', () => reject(new Error(`the worker ended before it was ready: ${err()}`)));
  });
  return {
    url,
    kill: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}

function start(path: string, args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(
    process.execPath,
    ['--import', './from-source.mjs', path, ...args],
    // Nothing of the test's own environment but what finds programs: what a worker needs is named here.
    { cwd: CHECKOUT, env: { ...env, NODE_ENV: 'test' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
}

function outputOf(child: ChildProcess): { readonly out: () => string; readonly err: () => string } {
  const kept = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => void (kept.out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => void (kept.err += text));
  return { out: () => kept.out, err: () => kept.err };
}
