import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { cpuSecondsOf, residentMegabytesOf } from './process-facts.js';

/** A server under load, in a process of its own. */
export type LoadProcess = {
  readonly url: string;
  /** Processor seconds so far; null where Linux does not tell. */
  cpuSeconds(): number | null;
  /** Resident memory in MB; null where Linux does not tell. */
  residentMegabytes(): number | null;
  /** Everything it printed so far. */
  printed(): string;
  stop(): Promise<void>;
  /** Ends it without a word (SIGKILL). */
  kill(): Promise<void>;
};

const ROOT = fileURLToPath(new URL('../../../../..', import.meta.url));

/** Where the servers are: processes are started, never imported. */
export const SURVEY = 'apps/survey/src/main.ts';
export const STAND_IN = 'apps/survey/test/stand-in/main.ts';
export const API = 'apps/api/src/main.ts';
export const WORKER = 'apps/worker/src/main.ts';

/** Starts a server of ours from its source, as the launcher does, and waits until it says where it listens. */
export async function startLoadProcess(
  file: typeof SURVEY | typeof STAND_IN | typeof API | typeof WORKER,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<LoadProcess> {
  const child = spawn(process.execPath, ['--import', './from-source.mjs', file, ...args], {
    cwd: ROOT,
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      printed += `${line}\n`;
      const said = line.startsWith('{') ? (JSON.parse(line) as { event?: string; url?: string }) : {};
      if (said.event === 'ready' && said.url !== undefined) resolve(said.url);
    });
    void ended.then(() => reject(new Error(`${file} did not start: ${printed.slice(0, 2_000)}`)));
  });
  const pid = child.pid ?? 0;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return {
    url,
    cpuSeconds: () => cpuSecondsOf(pid),
    residentMegabytes: () => residentMegabytesOf(pid),
    printed: () => printed,
    stop: async () => end('SIGTERM'),
    kill: async () => end('SIGKILL'),
  };
}
