import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { bundleWorkflowCode, DefaultLogger, Runtime } from '@temporalio/worker';
import { faultText } from '@kaoji/application';
import { historyBytes } from '@kaoji/gateways';
import { createReplayer } from '@kaoji/gateways/replay';

/**
 * Prints what a replay of a recorded appraisal under the changed flows says. A process of its own: under Jest the SDK
 * cannot tell where in the source a flow stands.
 */
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
Runtime.install({
  logger: new DefaultLogger('ERROR', () => undefined),
  telemetryOptions: { logging: { filter: 'OFF', forward: {} } },
});
const { code } = await bundleWorkflowCode({
  workflowsPath: here('../replay/changed-flows/index.ts'),
  logger: new DefaultLogger('ERROR'),
});
const recorded = here('../../../../workflows/src/appraisal/histories/ordinary.json');
const bytes = historyBytes(historyFromJSON(JSON.parse(readFileSync(recorded, 'utf8'))));
const run = { workflowId: 'w', runId: 'r', bytes };
const fault = (await createReplayer().replay(Buffer.from(code, 'utf8'), [run])).get(run.runId);
process.stdout.write(fault == null ? 'the same\n' : `${faultText(fault)}\n`);
