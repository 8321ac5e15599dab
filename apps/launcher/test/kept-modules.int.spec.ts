import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { CHECKOUT, installedTool } from '../src/checkout.mjs';

/** Small test files, run one after the other in one process with the environment our own tests run in. */
const FILES = {
  'jest.config.mjs': `export default {
    testEnvironment: '${CHECKOUT}/jest.kept-environment.mjs',
    runtime: '${CHECKOUT}/jest.kept-runtime.mjs',
    testMatch: ['<rootDir>/*.spec.mjs'],
    testSequencer: '<rootDir>/by-name.cjs',
    transform: {},
  };`,
  'by-name.cjs': `const Sequencer = require('${CHECKOUT}/node_modules/@jest/test-sequencer').default;
    module.exports = class extends Sequencer { sort(tests) { return [...tests].sort((a, b) => (a.path < b.path ? -1 : 1)); } };`,
  'src/counted.mjs': `import { appendFileSync } from 'node:fs';
    appendFileSync(new URL('../loads.txt', import.meta.url), 'loaded\\n');
    export const kept = { by: [] };`,
  'src/throws.mjs': `throw new Error('not today');`,
  'src/with-hooks.mjs': `import { afterEach } from '@jest/globals'; afterEach(() => {});`,
  'a-leaves.spec.mjs': `import { expect, it, jest } from '@jest/globals'; import { kept } from './src/counted.mjs';
    jest.setTimeout(60_000);
    it('leaves things behind', () => {
      process.env.LEFT = 'behind'; process.exit = () => {};
      jest.useFakeTimers(); jest.spyOn(Math, 'max').mockReturnValue(7);
      expect(kept.by.push('a')).toBe(1);
    });`,
  'b-finds.spec.mjs': `import { expect, it } from '@jest/globals'; import { kept } from './src/counted.mjs';
    it('finds the module, and nothing else', async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      expect([process.env.LEFT, Math.max(1, 2), kept.by, String(process.exit).includes('realExit')]).toEqual([undefined, 2, ['a'], true]);
    });`,
  'c-fails.spec.mjs': `import { expect, it } from '@jest/globals'; import { kept } from './src/counted.mjs';
    it('passes', () => {}); it('fails', () => { kept.by.push('c'); expect(1).toBe(2); });`,
  'd-after.spec.mjs': `import { expect, it } from '@jest/globals'; import { kept } from './src/counted.mjs';
    it('starts from nothing', () => { expect(kept.by).toEqual([]); });`,
  'e-throws.spec.mjs': `import { it } from '@jest/globals'; import './src/throws.mjs'; it('never runs', () => {});`,
  'f-misses.spec.mjs': `import { it } from '@jest/globals'; import './src/absent.mjs'; it('never runs', () => {});`,
  'g-hangs.spec.mjs': `import { it } from '@jest/globals'; it('hangs', () => new Promise(() => {}), 200);`,
  'h-stumbles.spec.mjs': `import { afterAll, it } from '@jest/globals'; afterAll(() => { throw new Error('late'); }); it('passes', () => {});`,
  'i-replaces.spec.mjs': `import { it, jest } from '@jest/globals'; jest.unstable_mockModule('node:os', () => ({})); it('never runs', () => {});`,
  'j-alone.spec.mjs': `/** @jest-environment node */
    import { expect, it, jest } from '@jest/globals'; jest.unstable_mockModule('node:os', () => ({ hostname: () => 'h' }));
    const { hostname } = await import('node:os'); const { kept } = await import('./src/counted.mjs');
    it('has modules of its own', () => { expect([hostname(), kept.by]).toEqual(['h', []]); });`,
  'k-hands-on.spec.mjs': `import { it } from '@jest/globals'; import './src/with-hooks.mjs'; it('never runs', () => {});`,
  'l-empty.spec.mjs': `export {};`,
};

type Report = {
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
};

const folder = mkdtempSync(join(tmpdir(), 'kaoji-kept-'));
let report: Report;
let loads: number;
beforeAll(() => {
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const outputFile = join(folder, 'report.json');
  const words = ['--runInBand', '--no-cache', '--json', `--outputFile=${outputFile}`, '--rootDir', folder];
  spawnSync(process.execPath, ['--experimental-vm-modules', installedTool('jest/bin/jest.js'), ...words], {
    cwd: folder,
    stdio: 'ignore',
  });
  report = JSON.parse(readFileSync(outputFile, 'utf8')) as Report;
  loads = readFileSync(join(folder, 'loads.txt'), 'utf8').trim().split('\n').length;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileResult = (letter: string) => {
  const found = report.testResults.find(({ name }) => basename(name).startsWith(`${letter}-`));
  if (found === undefined) throw new Error(`nothing is said of ${letter}`);
  return { ...found, tests: found.assertionResults.map(({ status }) => status) };
};

describe('test files that share their modules', () => {
  it('share what they import, and get back the variables, timers and spies as they were', () => {
    expect(['a', 'b'].map((letter) => fileResult(letter).tests)).toEqual([['passed'], ['passed']]);
  });

  it('start from nothing after a file that failed, and where they stand alone', () => {
    expect(['d', 'j'].map((letter) => fileResult(letter).tests)).toEqual([['passed'], ['passed']]);
    expect(loads).toBe(3); // for a, b and c; for d; for j
  });

  it.each([
    ['a test that fails', 'c', ['passed', 'failed'], 'c-fails.spec.mjs'],
    ['a module that throws', 'e', [], 'not today'],
    ['a module that is not there', 'f', [], 'src/absent.mjs'],
    ['a test that hangs', 'g', ['failed'], 'Exceeded timeout of 200 ms'],
    ['a hook that throws at the end', 'h', ['passed'], 'late'],
    ['a module replaced in company', 'i', [], '@jest-environment node'],
    ['hooks set by what is shared', 'k', [], 'with-hooks.mjs imports @jest/globals'],
    ['a file without a test', 'l', [], 'must contain at least one test'],
  ])('say under the file’s own name: %s', (_, letter, tests, said) => {
    const result = fileResult(letter);
    expect({ status: result.status, tests: result.tests }).toEqual({ status: 'failed', tests });
    expect(result.message).toContain(said);
  });

  it('lose no file and no test', () => {
    expect(report.testResults).toHaveLength(12);
    expect(report.numTotalTests).toBe(8);
  });
});
