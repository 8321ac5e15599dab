/** The name of a cycle's log in heads and key changes: an opaque id, as everything in a log. */
export function logOrigin(cycleId: string): string {
  return `kaoji/${cycleId}`;
}
