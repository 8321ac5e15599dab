import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url)); // where the compiler options are

type Line = Readonly<Record<string, unknown>>;
/** The real process, started from its sources. */
export type SurveyProcess = {
  readonly child: ChildProcess;
  readonly exit: Promise<number | null>;
  /** Everything it wrote to either stream. */
  printed(): string;
  lines(): readonly Line[];
  /** Its address, once it says that it is ready. */
  readonly url: Promise<string>;
};

export function startSurvey(env: Readonly<Record<string, string>>): SurveyProcess {
  const child = spawn(process.execPath, ['--import', './from-source.mjs', main], {
    env,
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  let lines = '';
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  const read = () =>
    lines
      .split('\n')
      .filter((line) => line.endsWith('}'))
      .map((line) => JSON.parse(line) as Line);
  const url = new Promise<string>((resolve, reject) => {
    void exit.then(() => reject(new Error('The survey process has stopped.')));
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      written += text;
      lines += text;
      const ready = read().find(({ event }) => event === 'ready');
      if (ready !== undefined) resolve(String(ready['url']));
    });
  });
  url.catch(() => {});
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    written += text;
  });
  return { child, exit, url, printed: () => written, lines: read };
}
