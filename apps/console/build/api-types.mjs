import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import openapiTS, { astToString } from 'openapi-typescript';

const CHECKOUT = fileURLToPath(new URL('../../../', import.meta.url));
const FILE = fileURLToPath(new URL('../src/api/schema.gen.ts', import.meta.url));

/**
 * The types of every route, from the OpenAPI document of the service as its source says it is now.
 * Refusals are left out: every one of them is the problem document of `@kaoji/http-contract`.
 * @returns {Promise<string>}
 */
export async function apiTypes() {
  const document = JSON.parse(
    execFileSync(
      process.execPath,
      ['--import', './from-source.mjs', 'apps/api/src/docs/print-openapi.ts'],
      // Its own environment: Jest's flags, where a test asks, are not for it.
      { cwd: CHECKOUT, encoding: 'utf8', maxBuffer: 1e8, env: {} },
    ),
  );
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path)) {
      for (const status of Object.keys(operation.responses)) {
        if (Number(status) >= 400) delete operation.responses[status];
      }
    }
  }
  const types = astToString(await openapiTS(document, { alphabetize: true }));
  // What no method of ours uses is noise of the generator.
  const short = types
    .replaceAll(/^ +(?:get|put|post|delete|options|head|patch|trace)\?: never;\n/gm, '')
    .replaceAll(/^ {8}parameters: \{\n(?: +\w+\?: never;\n)+ {8}\};\n/gm, '')
    .replaceAll(/^ +\/\*\* @(?:enum|description done).*\n/gm, '');
  return `// Made by \`npm run api-types\` from the OpenAPI document; a test says when it is out of date.\n${short}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const types = await apiTypes();
  if (process.argv.includes('--check')) process.exitCode = readFileSync(FILE, 'utf8') === types ? 0 : 1;
  else writeFileSync(FILE, types);
}
