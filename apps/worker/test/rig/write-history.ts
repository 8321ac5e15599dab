import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { FlowRig } from './flow-rig.js';

/** Keeps the history of a flow for every later build to replay; `name` is its place under workflows/src. */
export async function writeHistory(rig: FlowRig, name: string, workflowId: string): Promise<void> {
  const file = fileURLToPath(new URL(`../../../../workflows/src/${name}.json`, import.meta.url));
  mkdirSync(dirname(file), { recursive: true });
  // Which machine recorded it is nobody's business: `<process>@<host>` names workers, clients and sticky queues.
  const json = historyToJSON(await rig.historyOf(workflowId)).replaceAll(/\b\d+@[\w.-]+/g, 'recorder');
  writeFileSync(file, await format(json, { parser: 'json', printWidth: 110 }));
  process.stdout.write(`${name}\n`);
}
