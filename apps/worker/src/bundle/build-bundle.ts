import { fileURLToPath } from 'node:url';
import { DefaultLogger, bundleWorkflowCode } from '@temporalio/worker';
import { bundledFlows } from './bundled-flows.js';

/** The flows of a deployment, by the names clients start them with. */
export const FLOWS = [
  'appraisal',
  'appraisalCycle',
  'archiveSweep',
  'contest',
  'residentSurvey',
  'resultDelivery',
  'unitAppraisal',
] as const;

/**
 * Bundles the workflows. Throws when webpack does, and when the bundle offers anything but these flows: a
 * flow that is missing is found here, not at its first run.
 */
export async function buildBundle(
  workflowsPath = fileURLToPath(import.meta.resolve('@kaoji/workflows')),
): Promise<string> {
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') });
  const offered = bundledFlows(code);
  if (offered.join() !== FLOWS.join()) {
    throw new Error(`The bundle offers [${offered.join(', ')}], not [${FLOWS.join(', ')}]`);
  }
  return code;
}
