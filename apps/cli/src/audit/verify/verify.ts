import { readFileSync } from 'node:fs';
import { Refusal } from '@kaoji/domain';
import type { Language } from '../../terminal/language.js';
import type { Terminal } from '../../terminal/terminal.js';
import type { OutsideText } from './inside/order.js';
import type { VerifierProgram } from './program/verifier-program.js';
import { printedRoot } from './printed-root.js';
import { verifiedText } from './verified-text.js';
import type { Progress } from './verified.js';
import { verifyBundle } from './verify-bundle.js';

export type VerifyOptions = {
  readonly file: string;
  readonly heads: readonly string[]; // files
  readonly keys: readonly string[]; // files
  readonly roots: readonly string[]; // SIZE:HASH
  readonly all: boolean;
  readonly json: boolean;
  readonly language: Language;
  readonly processes: number;
  readonly program: VerifierProgram;
};

/**
 * Verifies a bundle and says what came out; exit 0 proved, 1 differs, 2 cannot be read. Refuses `FILE_MISSING` for the
 * bundle and for files of heads and keys, `ROOT_INVALID`.
 */
export async function verify(terminal: Terminal, options: VerifyOptions): Promise<void> {
  const { file, all, json, language, processes, program } = options;
  const verified = await verifyBundle({
    file,
    program,
    processes,
    heads: options.heads.map(readOutside),
    keys: options.keys.map(readOutside),
    roots: options.roots.map(printedRoot),
    ...(process.stderr.isTTY && !json ? { onProgress: showProgress } : {}),
  });
  terminal.out(
    json
      ? JSON.stringify({ format: 'kaoji-verified/1', file, ...verified })
      : verifiedText(verified, { all, language }),
  );
  terminal.setExitCode(verified.verdict === 'proved' ? 0 : verified.verdict === 'differs' ? 1 : 2);
}

const LONGEST = 1024 * 1024; // a head or a list of keys is a few lines

function readOutside(file: string): OutsideText {
  try {
    return { file, text: readFileSync(file, 'utf8').slice(0, LONGEST) };
  } catch {
    throw new Refusal('FILE_MISSING', `${file} cannot be read.`, { file });
  }
}

function showProgress({ done, of }: Progress): void {
  const end = done === of ? '\r\u001b[K' : '';
  process.stderr.write(`\r${done}/${of}${end}`);
}
