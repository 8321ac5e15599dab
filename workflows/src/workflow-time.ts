/** Workflow time, epoch ms: the sandbox gives the instant of the workflow task, the same at every replay. */
export function workflowNow(): number {
  // eslint-disable-next-line no-restricted-syntax -- inside the sandbox this is not the machine's clock
  return Date.now();
}
