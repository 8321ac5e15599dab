/**
 * Runs as a process of its own: lets the Temporal SDK download its server into the folder named by the first argument,
 * at the version named by the second. The SDK offers the download only together with a start.
 */
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [, , downloadDir, version] = process.argv;
if (downloadDir === undefined || version === undefined)
  throw new Error('usage: sdk-download.mjs FOLDER VERSION');

const environment = await TestWorkflowEnvironment.createLocal({
  server: { executable: { type: 'cached-download', downloadDir, version: `v${version}` } },
});
await environment.teardown();
