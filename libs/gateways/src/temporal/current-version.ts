import { isGrpcServiceError, type Client } from '@temporalio/client';

const FAILED_PRECONDITION = 9; // no worker of the version polls yet
const BETWEEN_TRIES_MS = 200;

export type DeploymentVersion = { readonly deploymentName: string; readonly buildId: string };

/**
 * Makes a build the current one of its deployment: until then the server gives a versioned worker nothing to do.
 * Waits until a worker of the build polls; throws when none does within `withinMs`.
 */
export async function makeCurrent(
  client: Client,
  version: DeploymentVersion,
  withinMs = 30_000,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    try {
      await client.workflowService.setWorkerDeploymentCurrentVersion({
        namespace: client.options.namespace,
        ...version,
      });
      return;
    } catch (fault) {
      const early = isGrpcServiceError(fault) && Number(fault.code) === FAILED_PRECONDITION;
      if (!early || Date.now() > deadline) throw fault;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
    }
  }
}
