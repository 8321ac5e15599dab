import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The root folder of the checkout this launcher belongs to. */
export const CHECKOUT = fileURLToPath(new URL('../../../', import.meta.url)).replace(/[/\\]$/, '');

const FROM_SOURCE = pathToFileURL(join(CHECKOUT, 'from-source.mjs')).href;

/**
 * Arguments for `node` that run one of our TypeScript files from source.
 * @param {string} file path inside the checkout
 * @param {readonly string[]} rest
 * @returns {string[]}
 */
export function fromSource(file, ...rest) {
  return ['--import', FROM_SOURCE, join(CHECKOUT, file), ...rest];
}

/**
 * Arguments for `node` that run the `kaoji` command.
 * @param {readonly string[]} words
 * @returns {string[]}
 */
export function kaoji(...words) {
  return [join(CHECKOUT, 'apps/cli/bin/kaoji.mjs'), ...words];
}

/**
 * The path of a tool installed by npm, to be run with `node`.
 * @param {string} file path inside node_modules
 * @returns {string}
 */
export function installedTool(file) {
  return join(CHECKOUT, 'node_modules', file);
}
