import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchVariables, loadConfig } from '@kaoji/config';
import { Refusal } from '@kaoji/domain';
import type { BenchSetting } from '../bench-setting.js';
import type { ConsoleBenchSetting } from './console-bench.js';

const BUILD = fileURLToPath(new URL('../../../../console/build/build.mjs', import.meta.url));

/** A browser, the console as it is served, and the bare page built just now. Refuses `USAGE` where the first two are not named. */
export function consoleSetting(setting: BenchSetting): ConsoleBenchSetting {
  const { KAOJI_CHROMIUM: chromium, KAOJI_CONSOLE: consoleFolder } = loadConfig(benchVariables);
  if (chromium === undefined || consoleFolder === undefined)
    throw new Refusal('USAGE', 'Set KAOJI_CHROMIUM and KAOJI_CONSOLE, or use `npm run bench -- console`.');
  const bareFolder = mkdtempSync(join(tmpdir(), 'kaoji-bare-'));
  process.once('exit', () => rmSync(bareFolder, { recursive: true, force: true }));
  execFileSync(process.execPath, [BUILD, '--bare', '--out', bareFolder], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { NODE_ENV: 'production' },
  });
  return { ...setting, chromium, consoleFolder, bareFolder };
}
