import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

import { findExecutable, isExecutable } from '../src/process/find-executable.mjs';
import { cachedTemporal } from '../src/temporal/temporal-cache.mjs';

export type RunningLauncher = {
  readonly child: ChildProcess;
  readonly exitCode: Promise<number | null>;
  readonly output: () => string;
  /** Resolves when the text has been printed, rejects when the launcher ends without printing it. */
  readonly printed: (text: string) => Promise<void>;
};

/** Runs `start.mjs` of a checkout; with the embedded Temporal wherever this machine has one. */
export function launch(
  root: string,
  args: readonly string[],
  variables: NodeJS.ProcessEnv = {},
): RunningLauncher {
  const child = spawn(process.execPath, [join(root, 'apps/launcher/src/start.mjs'), ...args], {
    cwd: root,
    env: { ...launcherEnvironment(), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      for (const listener of listeners) listener();
    });
  }
  const exitCode = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    exitCode,
    output: () => output,
    printed: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (output.includes(text)) resolve();
        };
        listeners.add(look);
        look();
        void exitCode.then(() => reject(new Error(`ended without printing "${text}":\n${output}`)));
      }),
  };
}

function launcherEnvironment(): NodeJS.ProcessEnv {
  const {
    TEMPORAL_ADDRESS,
    DATABASE_URL: _,
    NODE_OPTIONS: __,
    KAOJI_SURVEY_DATABASE_URL: ___,
    ...env
  } = process.env;
  const embedded =
    isExecutable(cachedTemporal(process.env)) ||
    findExecutable(['temporal'], { path: process.env['PATH'] }) !== null;
  return embedded || TEMPORAL_ADDRESS === undefined ? env : { ...env, TEMPORAL_ADDRESS };
}
