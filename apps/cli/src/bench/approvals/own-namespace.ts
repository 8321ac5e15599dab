import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { connectTemporal } from '@kaoji/gateways';

const READY_LIMIT_MS = 30_000;

/** Registers a namespace that nobody else uses, and waits until the server knows it everywhere; gives its name. */
export async function ownNamespace(address: string): Promise<string> {
  const namespace = `approvals-${randomBytes(4).toString('hex')}`;
  const client = connectTemporal(address, namespace);
  const { workflowService } = client;
  try {
    const retention = { seconds: 86_400 } as unknown as { seconds: never }; // a Long, as far as the types know
    await workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: retention });
    for (const until = performance.now() + READY_LIMIT_MS; ; await pause(50)) {
      const known = await workflowService.listWorkflowExecutions({ namespace, pageSize: 1 }).then(
        () => true,
        () => false,
      );
      if (known) return namespace;
      if (performance.now() > until) throw new Error('The namespace was not known in time.');
    }
  } finally {
    await client.connection.close();
  }
}
