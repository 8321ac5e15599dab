import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

/**
 * `node --import ./from-source.mjs FILE.ts` runs our TypeScript as it is, with the options of .swcrc (docs/adr/0003-run-from-source.md).
 * What swc made of a file is kept under the hash of everything it came from, so that a process starts without compiling.
 * Types are not looked at: that is `npm run typecheck`.
 */
const HOUSE = new URL('./', import.meta.url).href;
const PACKAGES = new URL('node_modules/', HOUSE).href;
const KEPT = new URL('.cache/kaoji-sources/', PACKAGES);
const require = createRequire(import.meta.url);

// Hooks run in a thread of their own, which loads this file too.
if (isMainThread) {
  register(import.meta.url);
}

/** @param {string | undefined} url */
const isOurs = (url) =>
  url !== undefined && url.startsWith(HOUSE) && !url.startsWith(PACKAGES) && url.endsWith('.ts');

/** `./x.js` in one of our sources is the file `x.ts` beside it; all else is found as Node finds it. */
export async function resolve(specifier, context, next) {
  if (isOurs(context.parentURL) && /^\.\.?\/.*\.js$/.test(specifier)) {
    const url = new URL(specifier.replace(/js$/, 'ts'), context.parentURL).href;
    return { url, format: 'module', shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!isOurs(url)) return next(url, context);
  return { format: 'module', source: compiled(fileURLToPath(url)), shortCircuit: true };
}

/** @type {string | undefined} what decides the outcome besides the file itself */
let recipe;

/** @param {string} file */
function compiled(file) {
  recipe ??= `${readFileSync(new URL('.swcrc', HOUSE), 'utf8')}${require('@swc/core/package.json').version}`;
  const text = readFileSync(file, 'utf8');
  const place = relative(fileURLToPath(HOUSE), file);
  const hash = createHash('sha256').update(`${recipe}\0${place}\0${text}`).digest('hex');
  const kept = fileURLToPath(new URL(`${hash}.js`, KEPT));
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    const { code } = require('@swc/core').transformSync(text, { filename: file, cwd: fileURLToPath(HOUSE) });
    keep(kept, code);
    return code;
  }
}

/** Renamed into place, since another process may be reading; where nothing may be written, the next start compiles again. */
function keep(path, code) {
  try {
    mkdirSync(KEPT, { recursive: true });
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, code);
    renameSync(draft, path);
  } catch {
    // Nothing is lost but time.
  }
}
