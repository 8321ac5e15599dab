import { LauncherFailure } from './failure.mjs';
import { nodeVersionFault } from './node-version.mjs';

/**
 * @template T
 * @typedef {object} Entry
 * @property {string} help
 * @property {(argv: readonly string[]) => import('./arguments/start-options.mjs').Parsed<T>} parse
 * @property {(options: T) => Promise<number>} run gives the exit code
 */

/**
 * The frame of `npm start`, `npm test` and `npm run bench`: Node's version, help, bad arguments, exit code.
 * The rest is loaded only once the version is known to suffice, since an old Node could not even read it.
 * @template T
 * @param {() => Promise<Entry<T>>} load
 * @returns {Promise<void>}
 */
export async function runEntry(load) {
  const versionFault = nodeVersionFault(process.versions.node);
  if (versionFault !== null) return end(1, versionFault);
  const { help, parse, run } = await load();
  const parsed = parse(process.argv.slice(2));
  if (parsed.kind === 'help') return end(0, help);
  if (parsed.kind === 'fault') return end(2, parsed.fault);
  try {
    process.exitCode = await run(parsed.options);
  } catch (fault) {
    if (!(fault instanceof LauncherFailure)) throw fault;
    end(fault.exitCode, fault.message);
  }
  // Work given up on Ctrl-C may still be waiting for something; what was printed has to get out first.
  await new Promise((resolve) => process.stdout.write('', resolve));
  process.exit();
}

/**
 * @param {number} code
 * @param {string} text
 */
function end(code, text) {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exitCode = code;
}
