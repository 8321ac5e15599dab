/** Where a repeated delivery resumes, by id, and whom it tells how far it has come. */
export type DeliveryCursor = { readonly after: string | null; report(lastId: string): void };

const AT_ONCE = 50;

/**
 * Delivers to each item in the order of ids, fifty at a time, telling the cursor the last id of each fifty. A
 * repeat resumes after the cursor, whoever joined or left meanwhile; what is delivered twice around it is harmless,
 * because messages carry their ids.
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
  for (let from = 0; from < open.length; from += AT_ONCE) {
    const batch = open.slice(from, from + AT_ONCE);
    await Promise.all(batch.map(async (item) => deliver(item)));
    const last = batch.at(-1);
    if (last !== undefined) cursor.report(idOf(last));
  }
}
