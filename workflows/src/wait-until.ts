import { condition } from '@temporalio/workflow';
import { workflowNow } from './workflow-time.js';

/** Waits for `done`, at longest until the instant (epoch ms); says whether it was done. A past instant does not wait. */
export async function waitUntil(at: number, done: () => boolean): Promise<boolean> {
  const left = at - workflowNow();
  return left > 0 ? condition(done, left) : done();
}
