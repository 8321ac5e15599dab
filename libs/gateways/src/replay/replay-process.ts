import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ReplayOrder, ReplayReport } from './replay-message.js';
import type { ReplaySandbox } from './replay-sandbox.js';

const CHILD = fileURLToPath(new URL('./replay-child.ts', import.meta.url));
const PATH = '/usr/local/bin:/usr/bin:/bin';

/** Carries out an order in a process of its own. Rejects when it dies, or takes longer than `withinMs`. */
export async function replayElsewhere(
  order: ReplayOrder,
  { execPath, execArgv }: ReplaySandbox,
  withinMs: number,
): Promise<ReplayReport> {
  const child = fork(CHILD, {
    execPath,
    execArgv: [...execArgv],
    env: { PATH }, // no address, no password
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const late = AbortSignal.timeout(withinMs);
  return new Promise<ReplayReport>((resolve, reject) => {
    const giveUp = (why: string): void => {
      child.kill('SIGKILL');
      reject(new Error(why));
    };
    late.addEventListener('abort', () => {
      giveUp(`the replay took longer than ${withinMs} ms`);
    });
    child.once('error', (fault) => {
      giveUp(fault.message);
    });
    child.once('exit', (code) => {
      reject(new Error(`the replay ended without a report (exit ${code ?? 'by a signal'})`));
    });
    child.once('message', (report) => {
      resolve(report as ReplayReport);
    });
    child.send(order);
  });
}
