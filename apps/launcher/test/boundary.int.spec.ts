import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from '@jest/globals';

import { CHECKOUT, installedTool } from '../src/checkout.mjs';

type Broken = { readonly rule: string; readonly message: string };
type Case = { readonly rule: string; readonly file: string; readonly text: string; readonly breaks: string };

const BOUNDARY = '@nx/enforce-module-boundaries';
const domain = 'libs/domain/src/index.ts';
const workflow = 'workflows/src/index.ts';
const survey = 'apps/survey/src/main.ts';
const api = 'apps/api/src/main.ts';
const application = 'libs/application/src/index.ts';
const contract = 'libs/temporal-contract/src/index.ts';
const launcher = 'apps/launcher/src/start.mjs';
const screen = 'apps/console/src/features/home/home-page.tsx';

const uses = (from: string) => `import { x } from '${from}';\nexport const y = x;\n`;
/** Written apart, so that this file does not hold what it forbids. */
const identityCard = ['330106', '19900307', '4417'].join('');
const mobile = ['138', '0013', '8000'].join('');

const cases: readonly Case[] = [
  {
    rule: 'a workflow importing activities',
    file: workflow,
    text: uses('@kaoji/activities'),
    breaks: BOUNDARY,
  },
  {
    rule: 'a workflow importing even only the types of activities',
    file: workflow,
    text: `import type { X } from '@kaoji/activities';\nexport type Y = X;\n`,
    breaks: BOUNDARY,
  },
  {
    rule: 'a workflow importing the database',
    file: workflow,
    text: uses('@kaoji/persistence'),
    breaks: BOUNDARY,
  },
  {
    rule: 'a workflow importing a library off the list',
    file: workflow,
    text: uses('zod'),
    breaks: BOUNDARY,
  },
  {
    rule: 'the domain importing configuration',
    file: domain,
    text: uses('@kaoji/config'),
    breaks: BOUNDARY,
  },
  { rule: 'the domain importing a framework', file: domain, text: uses('@nestjs/common'), breaks: BOUNDARY },
  {
    rule: 'use cases importing configuration',
    file: application,
    text: uses('@kaoji/config'),
    breaks: BOUNDARY,
  },
  {
    rule: 'use cases importing Temporal',
    file: application,
    text: uses('@temporalio/client'),
    breaks: BOUNDARY,
  },
  { rule: 'use cases importing TypeORM', file: application, text: uses('typeorm'), breaks: BOUNDARY },
  {
    rule: 'the survey knowing the workflows',
    file: survey,
    text: uses('@kaoji/temporal-contract'),
    breaks: BOUNDARY,
  },
  {
    rule: 'the survey talking to Temporal',
    file: survey,
    text: uses('@temporalio/client'),
    breaks: BOUNDARY,
  },
  { rule: 'the survey writing SQL', file: survey, text: uses('typeorm'), breaks: BOUNDARY },
  { rule: 'the api hosting workflows', file: api, text: uses('@kaoji/workflows'), breaks: BOUNDARY },
  { rule: 'the api hosting activities', file: api, text: uses('@kaoji/activities'), breaks: BOUNDARY },
  {
    rule: 'one app importing another',
    file: api,
    text: uses('../../survey/src/survey-app.js'),
    breaks: BOUNDARY,
  },
  {
    rule: 'one adapter importing the other',
    file: 'libs/gateways/src/index.ts',
    text: uses('@kaoji/persistence'),
    breaks: BOUNDARY,
  },
  { rule: 'the launcher importing ours', file: launcher, text: uses('@kaoji/domain'), breaks: BOUNDARY },
  {
    rule: 'a screen importing use cases',
    file: screen,
    text: uses('@kaoji/application'),
    breaks: BOUNDARY,
  },
  { rule: 'a screen importing a server’s library', file: screen, text: uses('fastify'), breaks: BOUNDARY },
  {
    rule: 'a screen importing its build tool',
    file: screen,
    text: uses('vite'),
    breaks: BOUNDARY,
  },
  { rule: 'a package the project does not declare', file: survey, text: uses('exceljs'), breaks: BOUNDARY },

  { rule: 'the domain reading files', file: domain, text: uses('node:fs'), breaks: 'no-restricted-imports' },
  { rule: 'a screen reading files', file: screen, text: uses('node:fs'), breaks: 'no-restricted-imports' },
  {
    rule: 'one feature of the console importing another',
    file: screen,
    text: uses('../inbox/verb-texts.js'),
    breaks: 'no-restricted-imports',
  },
  {
    rule: 'a shared part of the console knowing a feature',
    file: 'apps/console/src/parts/page.tsx',
    text: uses('../features/home/texts.js'),
    breaks: 'no-restricted-imports',
  },
  {
    rule: 'a workflow using Node’s crypto',
    file: workflow,
    text: uses('crypto'),
    breaks: 'no-restricted-imports',
  },
  {
    rule: 'the domain reading the clock',
    file: domain,
    text: 'export const a = Date.now();\n',
    breaks: 'no-restricted-syntax',
  },
  {
    rule: 'the domain making today',
    file: domain,
    text: 'export const a = new Date();\n',
    breaks: 'no-restricted-syntax',
  },
  {
    rule: 'a workflow reading the clock',
    file: workflow,
    text: 'export const a = Date.now();\n',
    breaks: 'no-restricted-syntax',
  },
  {
    rule: 'the domain throwing dice',
    file: domain,
    text: 'export const a = Math.random();\n',
    breaks: 'no-restricted-syntax',
  },
  {
    rule: 'a workflow throwing dice',
    file: workflow,
    text: 'export const a = Math.random();\n',
    breaks: 'no-restricted-syntax',
  },
  {
    rule: 'the domain reaching for the process',
    file: domain,
    text: 'export const a = process.pid;\n',
    breaks: 'no-restricted-globals',
  },
  {
    rule: 'a workflow fetching',
    file: workflow,
    text: "export const a = fetch('x');\n",
    breaks: 'no-restricted-globals',
  },
  {
    rule: 'the domain waiting',
    file: domain,
    text: 'setTimeout(() => {}, 1);\n',
    breaks: 'no-restricted-globals',
  },
  {
    rule: 'the api reading the environment',
    file: api,
    text: 'export const a = process.env;\n',
    breaks: 'no-restricted-syntax',
  },
  {
    rule: 'an asynchronous update validator',
    file: workflow,
    text: 'export const options = { validator: async (): Promise<void> => {} };\n',
    breaks: 'no-restricted-syntax',
  },

  {
    rule: 'a promise nobody waits for',
    file: api,
    text: 'Promise.resolve(1);\n',
    breaks: '@typescript-eslint/no-floating-promises',
  },
  {
    rule: 'any',
    file: application,
    text: 'export type A = any;\n',
    breaks: '@typescript-eslint/no-explicit-any',
  },
  {
    rule: 'a switch that forgets a case',
    file: application,
    text: "export function f(x: 'a' | 'b'): void {\n  switch (x) {\n    case 'a':\n  }\n}\n",
    breaks: '@typescript-eslint/switch-exhaustiveness-check',
  },
  {
    rule: 'a library exporting everything',
    file: contract,
    text: "export * from './x.js';\n",
    breaks: 'no-restricted-syntax',
  },
  { rule: 'an enum', file: application, text: 'export enum A {\n  B,\n}\n', breaks: 'no-restricted-syntax' },
  { rule: 'a file over 400 lines', file: application, text: 'export {};\n'.repeat(401), breaks: 'max-lines' },
  {
    rule: 'an identity card number',
    file: application,
    text: `export const a = '${identityCard}';\n`,
    breaks: 'no-restricted-syntax',
  },
  {
    rule: 'a mobile number in a sentence',
    file: api,
    text: `export const a = \`电话 ${mobile}\`;\n`,
    breaks: 'no-restricted-syntax',
  },
];

const allowed: readonly Omit<Case, 'breaks'>[] = [
  { rule: 'a workflow importing its contract', file: workflow, text: uses('@kaoji/temporal-contract') },
  {
    rule: 'the domain importing zod and its hashes',
    file: domain,
    text: uses('zod') + uses('@noble/hashes/sha2.js').replaceAll(/\b[xy]\b/g, '$&2'),
  },
  {
    rule: 'a screen importing a pure function of the domain and its own parts',
    file: screen,
    text: uses('@kaoji/domain/approval') + uses('../../parts/page.js').replaceAll(/\b[xy]\b/g, '$&2'),
  },
  {
    rule: 'a date from an instant passed in',
    file: domain,
    text: 'export const f = (now: number): Date => new Date(now);\n',
  },
  {
    rule: 'a synchronous update validator',
    file: workflow,
    text: 'export const options = { validator: (): void => {} };\n',
  },
  {
    rule: 'an instant in milliseconds',
    file: application,
    text: 'export const at = 1_767_225_600_000;\nexport const same = 1767225600000;\n',
  },
];

describe('the lint rules', () => {
  let broken: readonly (readonly Broken[])[] = [];
  beforeAll(() => {
    buildProjectGraph();
    broken = lint([...cases, ...allowed]);
  });

  it.each(cases.map((one, index) => ({ ...one, index })))('refuse $rule', ({ index, breaks }) => {
    expect(broken[index]?.map(({ rule }) => rule)).toContain(breaks);
  });

  it('refuse other rooms by their tags, whatever package.json declares', () => {
    const tagged = cases.flatMap(({ breaks, text }, index) => {
      const ours = breaks === BOUNDARY && text.includes("'@kaoji/");
      return ours ? [broken[index]?.map(({ message }) => message).join('\n')] : [];
    });
    expect(tagged.length).toBeGreaterThan(8);
    for (const message of tagged) expect(message).toMatch(/A project tagged with "type:|Imports of apps/);
  });

  it.each(allowed.map((one, index) => ({ ...one, index: cases.length + index })))(
    'allow $rule',
    ({ index }) => {
      expect(broken[index]).toEqual([]);
    },
  );
});

/** Without Nx's graph the boundary rule only warns on the console and lets everything pass. */
function buildProjectGraph(): void {
  execFileSync(process.execPath, [installedTool('nx/dist/bin/nx.js'), 'show', 'projects'], {
    cwd: CHECKOUT,
    env: { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false' },
  });
}

function lint(texts: readonly Omit<Case, 'breaks'>[]): readonly (readonly Broken[])[] {
  const printed = execFileSync(process.execPath, [join(CHECKOUT, 'apps/launcher/test/lint-texts.mjs')], {
    cwd: CHECKOUT,
    // In CI typescript-eslint would read each file from the disk instead of the text it is given.
    env: { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false', TSESTREE_SINGLE_RUN: 'false' },
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return JSON.parse(printed);
}
