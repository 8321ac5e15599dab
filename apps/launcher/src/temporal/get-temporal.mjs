import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { CHECKOUT } from '../checkout.mjs';
import { LauncherFailure } from '../failure.mjs';
import { findExecutable, isExecutable } from '../process/find-executable.mjs';
import { intoTemporalCache } from './temporal-cache.mjs';
import { TEMPORAL_CLI } from './temporal-version.mjs';

/**
 * The download the SDK itself uses; null where it is refused.
 * @param {import('../process/session.mjs').Session} session
 * @returns {Promise<string | null>}
 */
export async function downloadTemporal({ supervisor, progress }) {
  return progress.step(
    '下载 Temporal（SDK 自带方式） Downloading Temporal (the SDK’s own way)',
    async (note) => {
      try {
        return await intoTemporalCache(process.env, async (folder) => {
          const { code, lastLines } = await supervisor.run({
            name: 'temporal-download',
            command: process.execPath,
            args: [join(CHECKOUT, 'apps/launcher/src/temporal/sdk-download.mjs'), folder, TEMPORAL_CLI],
            cwd: CHECKOUT,
            env: process.env,
          });
          const executable = readdirSync(folder)
            .map((name) => join(folder, name))
            .find(isExecutable);
          if (code === 0 && executable !== undefined) return executable;
          throw new LauncherFailure(lastLines.findLast((line) => /error|fail/i.test(line)) ?? 'no file came');
        });
      } catch (fault) {
        if (!(fault instanceof LauncherFailure)) throw fault;
        note('下载不可用 not available here');
        return null;
      }
    },
  );
}

/**
 * Compiles Temporal from its Go module; null where there is no Go.
 * @param {import('../process/session.mjs').Session} session
 * @returns {Promise<string | null>}
 */
export async function buildTemporal({ supervisor, progress }) {
  const go = findExecutable(['go'], { path: process.env['PATH'], further: ['/usr/local/go/bin'] });
  if (go === null) return null;
  const label =
    '用 Go 编译 Temporal（两核约五分钟，仅此一次） Building Temporal with Go (about five minutes on two cores, once)';
  return progress.step(label, (note) =>
    intoTemporalCache(process.env, async (folder) => {
      let compiled = 0;
      await supervisor.succeed({
        name: 'temporal-build',
        command: go,
        args: [
          'install',
          '-v',
          '-ldflags',
          `-X github.com/temporalio/cli/temporalcli.Version=${TEMPORAL_CLI}`,
          `github.com/temporalio/cli/cmd/temporal@v${TEMPORAL_CLI}`,
        ],
        cwd: folder,
        env: { ...process.env, GOBIN: folder, CGO_ENABLED: '0' },
        onLine: (line) => {
          if (!line.startsWith('go: ')) compiled += 1;
          note(
            line.startsWith('go: downloading') ? '下载模块 downloading modules' : `${compiled} 个包 packages`,
          );
        },
      });
      return join(folder, 'temporal');
    }),
  );
}
