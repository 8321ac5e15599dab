/** Where a repeated delivery resumes, by id, and whom it tells how far it has come. */
export type DeliveryCursor = { readonly after: string | null; report(lastId: string): void };

const AT_ONCE = 50;

/**
 * Delivers to each item in the order of ids, at most fifty under way, telling the cursor up to where all are
 * delivered. A repeat resumes there, whoever joined or left meanwhile; what is delivered twice around it is
 * harmless, because messages carry their ids. The first failure ends it once those under way have ended.
 */
export async function deliverEach<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  cursor: DeliveryCursor,
  deliver: (item: T) => Promise<void>,
): Promise<void> {
  const { after } = cursor;
  const sorted = [...items].sort((one, other) => (idOf(one) < idOf(other) ? -1 : 1));
  const open = after === null ? sorted : sorted.filter((item) => idOf(item) > after);
  const delivered = new Set<T>();
  const failures: unknown[] = [];
  let next = 0;
  let complete = 0; // all before this place are delivered
  const lane = async (): Promise<void> => {
    for (let item = open[next]; item !== undefined && failures.length === 0; item = open[next]) {
      next += 1;
      try {
        await deliver(item);
        delivered.add(item);
      } catch (failure) {
        failures.push(failure);
      }
      complete = reach(open, delivered, complete);
      const last = open[complete - 1];
      if (last !== undefined) cursor.report(idOf(last));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  if (failures.length > 0) throw failures[0];
}

function reach<T>(open: readonly T[], delivered: Set<T>, from: number): number {
  let place = from;
  for (let item = open[place]; item !== undefined && delivered.delete(item); item = open[place]) place += 1;
  return place;
}
