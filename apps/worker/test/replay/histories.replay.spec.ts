import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { historyFromJSON, type History } from '@temporalio/common/lib/proto-utils.js';
import { DefaultLogger, Runtime, Worker, bundleWorkflowCode } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { buildBundle } from '../../src/bundle/build-bundle.js';

const FLOWS = fileURLToPath(new URL('../../../../workflows/src', import.meta.url));
const recorded = readdirSync(FLOWS, { recursive: true, encoding: 'utf8' })
  .filter((file) => /histories\/[^/]+\.json$/.test(file))
  .sort();
const historyIn = (file: string): History =>
  historyFromJSON(JSON.parse(readFileSync(`${FLOWS}/${file}`, 'utf8')));

let code: string;
beforeAll(async () => {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: 'OFF', forward: {} } },
  });
  code = await buildBundle();
}, 60_000);

describe('recorded histories', () => {
  it('are there for every flow', () => {
    expect([...new Set(recorded.map((file) => file.split('/')[0]))]).toEqual([
      'appraisal',
      'contest',
      'cycle',
      'delivery',
      'survey',
      'unit',
    ]);
  });

  it.each(recorded)('replay under this build: %s', async (file) => {
    const replayed = Worker.runReplayHistory({ workflowBundle: { code } }, historyIn(file), 'recorded');
    await expect(replayed).resolves.toBeUndefined();
  });

  it('do not replay under a flow that leaves out the time to contest', async () => {
    const { code: changed } = await bundleWorkflowCode({
      workflowsPath: fileURLToPath(new URL('./changed-flows/index.ts', import.meta.url)),
      logger: new DefaultLogger('ERROR'),
    });
    const replayed = Worker.runReplayHistory(
      { workflowBundle: { code: changed } },
      historyIn('appraisal/histories/ordinary.json'),
      'recorded',
    );
    await expect(replayed).rejects.toThrow(DeterminismViolationError);
  });
});
