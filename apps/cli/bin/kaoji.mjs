#!/usr/bin/env node
// Runs the TypeScript source of this checkout through swc; see ../src/main.ts for the program itself.
import { existsSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';

register('../../../from-source.mjs', import.meta.url);

// `npm run kaoji` moves to the root of the checkout; file names are meant from where it was typed.
if (process.env.npm_lifecycle_event === 'kaoji' && process.env.INIT_CWD) {
  process.chdir(process.env.INIT_CWD);
}

// What the last `npm start` ran with; a variable that is set already stays as it is.
const environment = fileURLToPath(new URL('../../../.kaoji/environment', import.meta.url));
if (process.env.npm_lifecycle_event === 'kaoji' && existsSync(environment)) process.loadEnvFile(environment);

const { main } = await import('../src/main.ts');
await main(process.argv.slice(2));
