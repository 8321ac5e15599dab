import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ file: string, imports?: string[], dynamicImports?: string[], src?: string }} Chunk
 */

/**
 * Compressed bytes of all JavaScript that must be there before these pages work: the entry, the pages and
 * everything they import, each file once. Gzip, since not every proxy passes on better.
 * @param {string} folder of a build
 * @param {readonly string[]} pages sources of lazily loaded pages, from the console's folder
 * @returns {number}
 */
export function firstLoadBytes(folder, pages) {
  /** @type {Record<string, Chunk>} */
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  /** @type {Set<string>} */
  const files = new Set();
  const take = (/** @type {string} */ name) => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`no such chunk: ${name}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(take);
  };
  ['index.html', ...pages].forEach(take);
  return [...files].reduce((sum, file) => sum + compressedBytes(join(folder, file)), 0);
}

/**
 * What is too short to be worth compressing goes as it is.
 * @param {string} path
 */
function compressedBytes(path) {
  const gzip = statSync(`${path}.gz`, { throwIfNoEntry: false });
  return (gzip ?? statSync(path)).size;
}

/** Sign-in and home: what everybody waits for first. */
const FIRST_PAGES = ['src/features/sign-in/sign-in-page.tsx', 'src/features/home/home-page.tsx'];

const [, script, folder] = process.argv;
if (script === fileURLToPath(import.meta.url)) {
  if (folder === undefined) throw new Error('first-load.mjs FOLDER');
  process.stdout.write(`${firstLoadBytes(folder, FIRST_PAGES)}\n`);
}
