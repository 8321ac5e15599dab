import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { sep } from 'node:path';
import type { Readable } from 'node:stream';
import type { Answer, Order, Portion } from './inside/order.js';
import type { VerifierProgram } from './program/verifier-program.js';

/** What keeps a hostile bundle in. */
export type Sandbox = {
  /** `permission`: Node's permission model denies every file but the program, processes and threads. */
  readonly files: 'permission' | 'open';
  /** `namespace`: the process has no network at all; `closed`: only JavaScript's ways are taken away. */
  readonly network: 'namespace' | 'closed';
  readonly memoryMb: number; // of JavaScript's heap
  readonly seconds: number; // without an answer
};
export type Limits = { readonly memoryMb: number; readonly seconds: number };

export type Inside = {
  readonly send: (portion: Portion) => void;
  /** Nothing more is sent. */
  readonly end: () => void;
  readonly kill: () => void;
  /** Every answer until the process ended. */
  readonly answers: AsyncIterable<Answer>;
  /** Why it ended before it was done; null where it was. Known once the answers have ended. */
  readonly failure: () => string | null;
};

/** What this machine offers. Looked up once a verification. */
export function sandboxHere(program: VerifierProgram, limits: Limits): Sandbox {
  return {
    files: program.selfContained && permissionFlag() !== null ? 'permission' : 'open',
    network: hasNamespaces() ? 'namespace' : 'closed',
    ...limits,
  };
}

/**
 * A process of its own for one order: no environment, no files but its program (and `node_modules` beside it where it
 * replays), no network where the machine can take it away; the bundle is handed over open. Killed when it is silent for
 * longer than its seconds.
 */
export function runInside(program: VerifierProgram, sandbox: Sandbox, bundle: number, order: Order): Inside {
  const node = [process.execPath, ...flags(program, sandbox, order.task), program.file, '--inside'];
  const [command, ...words] = sandbox.network === 'namespace' ? ['unshare', '-rn', '--', ...node] : node;
  const child = spawn(command ?? process.execPath, words, {
    cwd: tmpdir(),
    env: {},
    stdio: ['pipe', 'ignore', 'pipe', bundle, 'pipe'],
    detached: true, // its own group: all of it is ended at once
  });
  let failure: string | null = 'it ended without an answer';
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-2000);
  });
  child.stdin?.on('error', () => undefined); // it is gone: that is said below
  const send = (line: Order | Portion): void => {
    child.stdin?.write(`${JSON.stringify(line)}
`);
  };
  const end = (): void => {
    child.stdin?.end();
  };
  send(order);
  if (order.task === 'check') end();
  const kill = (why: string): void => {
    failure = why;
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  };
  const ended = new Promise<void>((resolve) => {
    child.once('error', (fault) => {
      failure = fault.message;
      resolve();
    });
    child.once('close', (code, signal) => {
      if (failure === 'it ended without an answer')
        failure = `exit ${code ?? signal ?? ''} ${lastLine(said)}`;
      resolve();
    });
  });
  async function* answers(): AsyncIterable<Answer> {
    const limit = sandbox.seconds * 1000;
    const late = () => {
      kill(`no answer for ${sandbox.seconds} s`);
    };
    let timer = setTimeout(late, limit);
    try {
      const lines = createInterface({ input: child.stdio[4] as Readable });
      for await (const line of lines) {
        clearTimeout(timer);
        timer = setTimeout(late, limit);
        const answer = JSON.parse(line) as Answer;
        if (answer.kind === 'done') failure = null;
        else yield answer;
      }
      await ended;
    } finally {
      clearTimeout(timer);
      if (child.exitCode === null) kill(failure ?? 'no longer needed');
    }
  }
  return {
    send,
    end,
    kill: () => {
      kill('no longer needed');
    },
    answers: answers(),
    failure: () => failure,
  };
}

function flags(
  program: VerifierProgram,
  { files, memoryMb }: Sandbox,
  task: Order['task'],
): readonly string[] {
  const heap = `--max-old-space-size=${memoryMb}`;
  if (files === 'open') return ['--no-warnings', heap, ...program.loader];
  const read = [
    program.file,
    ...(task === 'replay' ? program.beside.map((folder) => `${folder}${sep}`) : []),
  ];
  return [
    '--no-warnings',
    heap,
    permissionFlag() ?? '',
    ...read.map((path) => `--allow-fs-read=${path}`),
    ...(task === 'replay' ? ['--allow-addons'] : []), // the SDK's engine is native
  ];
}

/** Stable from Node 23.5 (and 22.13), an experiment in 20; none before. */
function permissionFlag(): string | null {
  const allowed = process.allowedNodeEnvironmentFlags;
  if (allowed.has('--permission')) return '--permission';
  return allowed.has('--experimental-permission') ? '--experimental-permission' : null;
}

function hasNamespaces(): boolean {
  if (process.platform !== 'linux') return false;
  return spawnSync('unshare', ['-rn', '--', 'true'], { stdio: 'ignore', timeout: 5000 }).status === 0;
}

function lastLine(text: string): string {
  return (
    text
      .trim()
      .split('\n')
      .findLast((line) => line.trim() !== '')
      ?.slice(0, 200) ?? ''
  );
}
