import { isGrpcServiceError, type Client } from '@temporalio/client';

/** No worker of the build polls yet: FAILED_PRECONDITION in a new deployment, NOT_FOUND in one that knows other builds. */
const NOT_POLLING_YET: ReadonlySet<number> = new Set([5, 9]);
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
      const early = isGrpcServiceError(fault) && NOT_POLLING_YET.has(Number(fault.code));
      if (!early || Date.now() > deadline) throw fault;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
    }
  }
}
