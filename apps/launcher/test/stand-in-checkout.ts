import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { CHECKOUT } from '../src/checkout.mjs';

/** How a stand-in misbehaves. */
export type Fault = 'none' | 'api-crashes' | 'rehearsal-fails' | 'seed-fails';

/** A checkout with the real launcher and tiny scripts where the services and commands are. */
export type StandIn = { readonly root: string; readonly remove: () => void };

const READY = (name: string, port: string, first: string) => `
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
const port = Number(process.env['${port}']);
console.log('${name} 正在启动');
process.on('SIGTERM', () => {
  appendFileSync('.kaoji/stopped.txt', '${name}\\n');
  process.exit(0);
});
const server = createServer((_request, response) => response.end('${name}'));
server.listen(port, '127.0.0.1', () => {
  writeFileSync('.kaoji/${name}.up', '');
  writeFileSync('.kaoji/${name}-sees.json', JSON.stringify(process.env));
  console.log(JSON.stringify({ event: 'ready', service: '${name}', url: \`http://127.0.0.1:\${port}\` }));
  ${first}
});
`;

const CRASH = `
  const othersAreUp = () => existsSync('.kaoji/worker.up') && existsSync('.kaoji/survey.up');
  setInterval(() => {
    if (!othersAreUp()) return;
    console.error('database went away');
    process.exit(7);
  }, 20);
`;

const BUNDLE = `
import { appendFileSync, writeFileSync } from 'node:fs';
const out = process.argv[process.argv.indexOf('--out') + 1] ?? '';
writeFileSync(out, 'exports = {}');
appendFileSync('.kaoji/bundled.txt', 'once\\n');
console.log('bundling');
console.log(JSON.stringify({ bundle: out, buildId: 'b-1' }));
`;

const CONSOLE = `
import { mkdirSync, writeFileSync } from 'node:fs';
const out = process.argv.at(-1);
mkdirSync(out, { recursive: true });
writeFileSync(out + '/index.html', 'a page');
`;

const COMMANDS = (fault: Fault) => `
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
const words = process.argv.slice(2);
const after = (name) => words[words.indexOf(name) + 1];
if (words[0] === 'demo') {
  if (${fault === 'seed-fails'}) { console.error('roster refused: DUPLICATE_PERSON'); process.exit(2); }
  const file = after('--accounts');
  const accounts = [{ role: 'hr_officer', username: 'hr', password: 'demo-word' }];
  if (!existsSync(file)) writeFileSync(file, JSON.stringify({ accounts }));
}
if (words[1] === 'survey-account') {
  const password = readFileSync(0, 'utf8').trim();
  writeFileSync('.kaoji/survey-account.json', JSON.stringify({ words, password }));
}
if (words[0] === 'rehearse') {
  const api = await (await fetch(after('--api'))).text();
  const survey = await (await fetch(after('--survey'))).text();
  console.log('the table, seen through', api, survey);
  writeFileSync(after('--summary'), JSON.stringify({ cycle: 'c', appraisals: 48, seconds: 1 }));
  process.exit(${fault === 'rehearsal-fails' ? 1 : 0});
}
`;

export function standInCheckout(fault: Fault): StandIn {
  const root = mkdtempSync(join(tmpdir(), 'kaoji-stand-in-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  cpSync(join(CHECKOUT, 'apps/launcher/src'), join(root, 'apps/launcher/src'), { recursive: true });
  for (const file of [
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.base.json',
    '.swcrc',
    'from-source.mjs',
  ]) {
    write(file, readFileSync(join(CHECKOUT, file), 'utf8'));
  }
  symlinkSync(join(CHECKOUT, 'node_modules'), join(root, 'node_modules'), 'dir');
  write('apps/console/build/build.mjs', CONSOLE);
  write('apps/worker/src/bundle.ts', BUNDLE);
  write('apps/worker/src/main.ts', READY('worker', 'KAOJI_WORKER_PORT', ''));
  write('apps/api/src/main.ts', READY('api', 'KAOJI_API_PORT', fault === 'api-crashes' ? CRASH : ''));
  write('apps/survey/src/main.ts', READY('survey', 'KAOJI_SURVEY_PORT', ''));
  write('apps/cli/bin/kaoji.mjs', COMMANDS(fault));
  return { root, remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }) };
}
