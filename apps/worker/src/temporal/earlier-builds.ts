import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Client } from '@temporalio/client';
import type { WorkerConfig } from '../worker-config.js';

/** A build's id and the file of its workflow bundle. */
export type Build = { readonly buildId: string; readonly bundle: string };

/**
 * The builds before this one whose bundle is still there and which have open flows, by the server's own count. None
 * when no folder of bundles is configured.
 */
export async function earlierBuilds(
  client: Client,
  config: Pick<WorkerConfig, 'KAOJI_EARLIER_BUNDLES' | 'KAOJI_DEPLOYMENT' | 'KAOJI_BUILD_ID'>,
): Promise<readonly Build[]> {
  const { KAOJI_EARLIER_BUNDLES: folder, KAOJI_DEPLOYMENT: deployment, KAOJI_BUILD_ID: current } = config;
  if (folder === undefined || !existsSync(folder)) return [];
  const kept = readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .map((file): Build => ({ buildId: basename(file, '.js'), bundle: join(folder, file) }))
    .filter(({ buildId }) => buildId !== current);
  const open = await Promise.all(
    kept.map(async ({ buildId }) =>
      client.workflow.count(
        `TemporalWorkerDeploymentVersion = '${deployment}:${buildId}' AND ExecutionStatus = 'Running'`,
      ),
    ),
  );
  return kept.filter((_, position) => (open[position]?.count ?? 0) > 0);
}
