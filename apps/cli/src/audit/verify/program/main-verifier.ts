import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Refusal } from '@kaoji/domain';
import { processTerminal } from '../../../terminal/terminal.js';
import { mainInside } from '../inside/main-inside.js';
import { verify } from '../verify.js';
import { ownProgram } from './verifier-program.js';

const USAGE =
  'kaoji-verify FILE [--heads FILE]… [--roots SIZE:HASH]… [--keys FILE]… [--all] [--json] [--processes N] [--lang zh|en]';

/** `node kaoji-verify.mjs FILE`: the verifier by itself, without an installation of Kaoji. */
async function main(words: readonly string[]): Promise<void> {
  const terminal = processTerminal();
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        heads: { type: 'string', multiple: true, default: [] },
        roots: { type: 'string', multiple: true, default: [] },
        keys: { type: 'string', multiple: true, default: [] },
        processes: { type: 'string', default: '1' },
        lang: { type: 'string', default: 'zh' },
        all: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [file, ...more] = positionals;
    const processes = Number(values.processes);
    if (file === undefined || more.length > 0 || !(Number.isInteger(processes) && processes > 0)) {
      throw new Refusal('USAGE', USAGE);
    }
    const { heads, keys, roots, all, json, lang } = values;
    const language = lang === 'en' ? 'en' : 'zh';
    const program = ownProgram(fileURLToPath(import.meta.url));
    await verify(terminal, { ...{ file, heads, keys, roots, all, json, language, processes }, program });
  } catch (error) {
    const code = error instanceof Refusal ? error.code : 'USAGE';
    terminal.err(
      `kaoji-verify: ${code}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
    );
    terminal.setExitCode(2);
  }
}

await (process.argv[2] === '--inside' ? mainInside() : main(process.argv.slice(2)));
