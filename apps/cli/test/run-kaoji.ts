import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { main } from '../src/main.js';

export type Ending = { readonly out: string; readonly err: string; readonly exitCode: number | null };
export type Setting = {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
};

const bin = fileURLToPath(new URL('../bin/kaoji.mjs', import.meta.url));

/** Runs the command as a person would, in a process of its own, with nothing in its environment but what is given. */
export async function runKaoji(words: readonly string[], setting: Setting): Promise<Ending> {
  const child = spawn(process.execPath, [bin, ...words], { cwd: setting.cwd, env: { ...setting.env } });
  child.stdin.end(setting.input ?? '');
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, err, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { out, err, exitCode };
}

/** The same program without the second a process takes to start; for rules a process adds nothing to. */
export async function runHere(words: readonly string[]): Promise<Ending> {
  const ending = { out: '', err: '', exitCode: 0 };
  await main(words, {
    out: (line) => void (ending.out += `${line}\n`),
    err: (line) => void (ending.err += `${line}\n`),
    setExitCode: (code) => void (ending.exitCode = code),
  });
  return ending;
}
