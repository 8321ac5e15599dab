import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import react from '@vitejs/plugin-react';
import { build } from 'vite';

const CONSOLE = fileURLToPath(new URL('../', import.meta.url));
/** What the bench holds the console against. */
const BARE = fileURLToPath(new URL('../bare/', import.meta.url));
/** Below this a packet is a packet. */
const WORTH_COMPRESSING_BYTES = 1_400;

/**
 * Builds the console into a folder, each text beside its compressed forms so that nobody compresses while serving.
 * @param {string} folder is emptied first
 * @param {string} [root] of the page that is built
 * @returns {Promise<void>}
 */
export async function buildConsole(folder, root = CONSOLE) {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      manifest: 'manifest.json',
      // Inlined files would be scripts and styles the content security policy has to make room for.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2_000,
    },
  });
  compressTexts(folder);
}

/** @param {string} folder */
function compressTexts(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(js|css|svg)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path);
    if (text.length < WORTH_COMPRESSING_BYTES) continue;
    writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
    writeFileSync(
      `${path}.br`,
      brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }),
    );
  }
}

const [, script, ...words] = process.argv;
if (script === fileURLToPath(import.meta.url)) {
  const isBare = words[0] === '--bare';
  const [flag, out] = isBare ? words.slice(1) : words;
  if (flag !== '--out' || out === undefined) throw new Error('build.mjs [--bare] --out FOLDER');
  await buildConsole(out, isBare ? BARE : CONSOLE);
}
