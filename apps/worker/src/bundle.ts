import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildBundle } from './bundle/build-bundle.js';
import { buildIdOf } from './bundle/build-id.js';

const CHECKOUT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

const { values } = parseArgs({ options: { out: { type: 'string' } } });
if (values.out === undefined) {
  process.stderr.write('bundle --out FILE: where the workflow bundle goes\n');
  process.exitCode = 2;
} else {
  const bundle = resolve(values.out);
  const code = await buildBundle();
  mkdirSync(dirname(bundle), { recursive: true });
  writeFileSync(bundle, code);
  process.stdout.write(`${JSON.stringify({ bundle, buildId: buildIdOf(CHECKOUT) })}\n`);
}
