import { openWithSource } from '../database.js';

/** How many rows every table of a database holds; to show that something wrote nothing. */
export async function rowCounts(url: string): Promise<ReadonlyMap<string, number>> {
  const { source, close } = await openWithSource(url);
  try {
    const counts = new Map<string, number>();
    for (const { tableName } of source.entityMetadatas) {
      const [row] = await source.query<{ n: number | string }[]>(
        `SELECT count(*) AS n FROM \`${tableName}\``,
      );
      counts.set(tableName, Number(row?.n ?? 0));
    }
    return counts;
  } finally {
    await close();
  }
}
