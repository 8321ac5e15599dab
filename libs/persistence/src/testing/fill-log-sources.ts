import type { EntityManager, EntityMetadata } from 'typeorm';
import type { OpenedDatabase } from '../database.js';
import { LOG_SOURCES } from '../stores/log-sources/log-sources.js';

/** What is hard to store: beyond the basic plane, white space at the ends, line ends, signs SQL and LIKE know. */
const TEXT = ' 演示文字 🀄 "q" \\ % _\r\n末尾 ';
/** The rows of `seedUnit`, which whatever is in a log refers to. */
const SEEDED: Readonly<Record<string, string>> = {
  cycle_id: 'cycle-1',
  unit_id: 'unit-1',
  appraisal_id: 'appraisal-0',
  person_id: 'person-0',
  run: 'live',
  sealed: 'c2VhbGVk',
};
const SEEDED_TABLES = ['cycle', 'appraisal', 'adopted_rulebook', 'pinned_calendar'];
/** Values that are looked at: by a trigger, or by who numbers. */
const OWN: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  archived_build: { build_id: 'build-1', suite: 'intl' },
  archived_run: { build_id: 'build-1', suite: 'intl' },
  campaign: { questionnaire_hash: 'hash' },
  entitlement_entry: { reverses: null },
  gate_document: { withdraws: null },
  notice_page: { outcome: 'final' },
  questionnaire: { body: '{"q":"演示"}', hash: 'hash' },
};

function valueOf(table: string, { databaseName: column, type, isPrimary, length }: Column): unknown {
  const own = OWN[table];
  if (own !== undefined && column in own) return own[column];
  if (column in SEEDED) return SEEDED[column];
  if (['int', 'integer', 'tinyint'].includes(String(type))) return 1;
  if (type === 'bigint') return 1_900_000_000_123;
  if (String(type).includes('text')) return TEXT;
  if (column === 'id' || column.endsWith('_id')) return 'id-1';
  return isPrimary || Number(length) < 200 ? 'word' : TEXT;
}
type Column = EntityMetadata['columns'][number];

async function fill(manager: EntityManager, table: string): Promise<void> {
  const metadata = manager.dataSource.getMetadata(table);
  const names = metadata.columns.map(({ databaseName }) => `\`${databaseName}\``);
  const values = metadata.columns.map((column) => valueOf(table, column));
  const places = values.map(() => '?').join(', ');
  await manager.query(`INSERT INTO \`${table}\` (${names.join(', ')}) VALUES (${places})`, values);
}

/** One row in every table a log is made from, over `seedUnit`; whether words are allowed is not asked. */
export async function fillLogSources({ source }: OpenedDatabase): Promise<void> {
  const sqlite = source.options.type === 'better-sqlite3';
  const runner = source.createQueryRunner();
  try {
    const off = sqlite
      ? ['PRAGMA foreign_keys = OFF', 'PRAGMA ignore_check_constraints = ON']
      : ['SET foreign_key_checks = 0', 'SET check_constraint_checks = 0'];
    for (const statement of off) await runner.query(statement);
    // An objection comes while its notice runs.
    await fill(runner.manager, 'campaign');
    const tables = new Set(LOG_SOURCES.map(({ table }) => table));
    tables.delete('notice_page');
    await runner.query(
      "INSERT INTO `notice_page` (`id`, `cycle_id`, `unit_id`, `round`, `body`, `entries`, `standing`, `public_key`, `starts_at`, `ends_at`) VALUES ('id-1', 'cycle-1', 'unit-1', 1, '', '[]', '{}', 'k', 1, 2)",
    );
    for (const table of tables) if (!SEEDED_TABLES.includes(table)) await fill(runner.manager, table);
    await runner.query("UPDATE `notice_page` SET `ended_at` = 3, `outcome` = 'final'");
    await runner.query("UPDATE `appraisal` SET `status` = 'recorded' WHERE `id` = 'appraisal-0'");
    const on = sqlite
      ? ['PRAGMA foreign_keys = ON', 'PRAGMA ignore_check_constraints = OFF']
      : ['SET foreign_key_checks = 1', 'SET check_constraint_checks = 1'];
    for (const statement of on) await runner.query(statement);
  } finally {
    await runner.release();
  }
}
