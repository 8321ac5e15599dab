import type { MarkRequest } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';

const keyOf = ({ appraisalId, part, post, role, raterId }: MarkRequest): string =>
  JSON.stringify([appraisalId, part, post, role, raterId]);

/** Writes the requests that are not there yet, each once; gives their number. */
export async function insertNewRequests(
  stores: Stores,
  cycleId: string,
  requests: readonly MarkRequest[],
): Promise<number> {
  const asked = new Set<string>();
  for (const raterId of new Set(requests.map((request) => request.raterId))) {
    for (const request of await stores.marks.requestsFor(cycleId, raterId)) asked.add(keyOf(request));
  }
  const added = new Map(
    requests.filter((request) => !asked.has(keyOf(request))).map((request) => [keyOf(request), request]),
  );
  if (added.size > 0) await stores.marks.insertRequests([...added.values()]);
  return added.size;
}
