import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWithSource } from '../database.js';
import type { OpenedDatabase } from '../database.js';
import { testDatabases, withDatabase } from '../testing.js';
import type { TestDatabase } from '../testing.js';

describe.each(testDatabases())('the schema the migrations make on $name', ({ open, name }) => {
  let database: TestDatabase;
  let inside: OpenedDatabase;
  beforeAll(async () => {
    database = await open();
    inside = await openWithSource(database.url);
  });
  afterAll(async () => {
    await inside.close();
    await database.close();
  });
  const difference = async (): Promise<string[]> =>
    (await inside.source.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);

  it('is the one the entities describe', async () => {
    expect(await difference()).toEqual([]);
  });

  it('has nothing pending, and a second migration runs nothing', async () => {
    expect(await database.pendingMigrations()).toEqual([]);
    expect(await database.migrate()).toEqual([]);
  });

  it('has a table for every entity and no other', async () => {
    const rows = (await inside.source.query(
      name === 'SQLite'
        ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
    )) as { name: string }[];
    const entities = inside.source.entityMetadatas.map((entity) => entity.tableName);
    expect(rows.map((row) => row.name).sort()).toEqual([...entities, 'schema_migration'].sort());
  });

  it('is found to differ when an index is gone', async () => {
    await inside.source.query(
      name === 'SQLite'
        ? 'DROP INDEX idx_mark_request_rater'
        : 'DROP INDEX idx_mark_request_rater ON mark_request',
    );
    expect(await difference()).toEqual([expect.stringContaining('idx_mark_request_rater')]);
  });
});

describe.each(testDatabases().filter(({ name }) => name === 'MariaDB'))('$name', (kind) => {
  it('compares text by its bytes in every column, whatever the server’s default', async () => {
    await withDatabase(kind, async ({ url }) => {
      const inside = await openWithSource(url);
      const rows = (await inside.source.query(
        `SELECT DISTINCT collation_name AS collation FROM information_schema.columns
          WHERE table_schema = DATABASE() AND collation_name IS NOT NULL AND table_name <> 'schema_migration'`,
      )) as { collation: string }[];
      await inside.close();
      expect(rows.map((row) => row.collation).sort()).toEqual(['ascii_bin', 'utf8mb4_bin']);
    });
  });
});

describe.each(testDatabases())('migrate on $name', (kind) => {
  it('lets several processes start at once: each step runs once', async () => {
    await withDatabase(kind, async ({ url }) => {
      const processes = await Promise.all([1, 2, 3].map(() => openWithSource(url)));
      // Forget the last step, as if this were the schema of the release before.
      const { source } = processes[0]!;
      await source.query('DROP TRIGGER part_evidence_no_delete');
      await source.query(
        "DELETE FROM schema_migration WHERE name LIKE 'part-evidence/create-part_evidence_no_delete%'",
      );
      const ran = await Promise.all(processes.map((process) => process.migrate()));
      for (const process of processes) await process.close();
      expect(ran.flat()).toEqual([
        expect.stringMatching(/^part-evidence\/create-part_evidence_no_delete-\d{13}$/),
      ]);
    });
  });

  it('resumes after a statement whose note was lost', async () => {
    await withDatabase(kind, async ({ url, pendingMigrations, migrate }) => {
      const inside = await openWithSource(url);
      await inside.source.query("DELETE FROM schema_migration WHERE name LIKE 'effects/create-outbox%'");
      await inside.close();
      expect(await pendingMigrations()).toHaveLength(1);
      // SQLite rolls statement and note back together, so there a table of that name is somebody else's.
      if (kind.name === 'SQLite') await expect(migrate()).rejects.toThrow('Database statement failed');
      else expect(await migrate()).toHaveLength(1);
    });
  });
});
