import type { Appraisal, Instant, MarkRequest } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import { projectMarking } from '../../waiting/marks-wait.js';

const keyOf = ({ appraisalId, part, post, role, raterId }: MarkRequest): string =>
  JSON.stringify([appraisalId, part, post, role, raterId]);

/** Writes the requests that are not there yet, each once, and tells the raters where collecting is under way; gives their number. */
export async function insertNewRequests(
  stores: Stores,
  cycleId: string,
  requests: readonly MarkRequest[],
  appraisals: readonly Pick<Appraisal, 'id' | 'unitId'>[],
  at: Instant,
): Promise<number> {
  const asked = new Set<string>();
  for (const raterId of new Set(requests.map((request) => request.raterId))) {
    for (const request of await stores.marks.requestsFor(cycleId, raterId)) asked.add(keyOf(request));
  }
  const added = new Map(
    requests.filter((request) => !asked.has(keyOf(request))).map((request) => [keyOf(request), request]),
  );
  if (added.size > 0) await stores.marks.insertRequests([...added.values()]);
  await tellRaters(stores, cycleId, [...added.values()], appraisals, at);
  return added.size;
}

async function tellRaters(
  stores: Stores,
  cycleId: string,
  requests: readonly MarkRequest[],
  appraisals: readonly Pick<Appraisal, 'id' | 'unitId'>[],
  at: Instant,
): Promise<void> {
  const unitOf = new Map(appraisals.map(({ id, unitId }) => [id, unitId]));
  const collecting = (await stores.cycles.units(cycleId)).filter(({ state }) => state === 'collecting');
  for (const { unitId } of collecting) {
    const asked = requests.filter(({ appraisalId }) => unitOf.get(appraisalId) === unitId);
    const raters = [...new Set(asked.map(({ raterId }) => raterId))];
    if (raters.length > 0) await projectMarking(stores, { cycleId, unitId }, raters, at);
  }
}
