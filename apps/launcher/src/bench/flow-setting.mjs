import { join } from 'node:path';

import { workflowBundle } from '../start/workflow-bundle.mjs';
import { privateTemporal } from '../temporal/private-temporal.mjs';

/**
 * What flows run on: a Temporal server, the workflow bundle, an empty SQLite file. Gives the environment variables that lead there.
 * @param {import('../process/session.mjs').Session} session
 * @param {string} folder
 * @returns {Promise<Record<string, string>>}
 */
export async function flowSetting(session, folder) {
  const { bundle, buildId } = await workflowBundle(session, {
    bundles: join(folder, 'bundles'),
    bundleRecord: join(folder, 'workflow-bundle.json'),
  });
  return {
    TEMPORAL_ADDRESS: await privateTemporal(session, folder),
    TEMPORAL_NAMESPACE: process.env['TEMPORAL_NAMESPACE'] || 'default',
    DATABASE_URL: `sqlite:${join(folder, 'bench.sqlite')}`,
    KAOJI_WORKFLOW_BUNDLE: bundle,
    KAOJI_BUILD_ID: buildId,
    KAOJI_DEPLOYMENT: 'kaoji-bench',
  };
}
