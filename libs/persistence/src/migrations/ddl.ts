/** `mysql` stands for MariaDB too: they share their DDL. */
export type Dialect = 'sqlite' | 'mysql';

/** One DDL statement: MySQL and MariaDB commit after each, so a migration that fails half-way resumes at its step. */
export type Step = { readonly name: string; readonly sql: Readonly<Record<Dialect, string>> };
export type Migration = { readonly name: string; readonly steps: readonly Step[] };

const ASCII = 'CHARACTER SET ascii COLLATE ascii_bin';

/**
 * What a column may be, per database. Frozen: reviewed migrations are written in it, so an entry never
 * changes its meaning; a new need is a new entry. Every text compares by its bytes.
 */
const TYPES: Readonly<Record<string, Readonly<Record<Dialect, string>>>> = {
  id: { sqlite: 'varchar(64)', mysql: 'varchar(64)' },
  code: { sqlite: 'varchar(64)', mysql: 'varchar(64)' },
  key: { sqlite: 'varchar(255)', mysql: 'varchar(255)' },
  name: { sqlite: 'varchar(255)', mysql: 'varchar(255)' },
  state: { sqlite: 'varchar(32)', mysql: `varchar(32) ${ASCII}` },
  hash: { sqlite: 'varchar(128)', mysql: `varchar(128) ${ASCII}` },
  exact: { sqlite: 'varchar(255)', mysql: `varchar(255) ${ASCII}` },
  date: { sqlite: 'varchar(10)', mysql: `varchar(10) ${ASCII}` },
  instant: { sqlite: 'bigint', mysql: 'bigint' },
  count: { sqlite: 'integer', mysql: 'int' },
  flag: { sqlite: 'tinyint', mysql: 'tinyint' },
  text: { sqlite: 'text', mysql: 'mediumtext' },
};

function columns(body: string, dialect: Dialect): string {
  return body.trim().replace(/\{(\w+)\}/g, (whole, word: string) => {
    const type = TYPES[word]?.[dialect];
    if (type === undefined) throw new Error(`ddl: no column type ${whole}`);
    return type;
  });
}

const quoted = (sql: string): string => sql.replaceAll('"', '`');

const step = (name: string, write: (dialect: Dialect) => string): Step => ({
  name,
  sql: { sqlite: write('sqlite'), mysql: quoted(write('mysql')) },
});

/** Creates a table from column lines written in the vocabulary. CHECK lines come before keys (TypeORM's SQLite reader). */
export function table(name: string, body: string): Step {
  return step(`create-${name}`, (dialect) => {
    const suffix =
      dialect === 'mysql' ? ' ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin' : '';
    return `CREATE TABLE "${name}" (\n  ${columns(body, dialect)}\n)${suffix}`;
  });
}

/** Creates an index over the named columns. */
export function index(name: string, onTable: string, on: string): Step {
  return step(`create-${name}`, () => `CREATE INDEX "${name}" ON "${onTable}" (${on})`);
}

/** Creates a unique index over the named columns. */
export function uniqueIndex(name: string, onTable: string, on: string): Step {
  return step(`create-${name}`, () => `CREATE UNIQUE INDEX "${name}" ON "${onTable}" (${on})`);
}

/** The database itself refuses to change or remove a row of this table (`APPEND_ONLY`). */
export function appendOnly(onTable: string): readonly Step[] {
  return (['UPDATE', 'DELETE'] as const).map((verb) =>
    refusingTrigger(`${onTable}_no_${verb.toLowerCase()}`, onTable, verb, 'APPEND_ONLY'),
  );
}

/** A trigger that refuses the statement with `code`, always or when the condition holds. */
export function refusingTrigger(
  name: string,
  onTable: string,
  verb: 'INSERT' | 'UPDATE' | 'DELETE',
  code: string,
  condition = '1 = 1',
): Step {
  return step(`create-${name}`, (dialect) => {
    const head = `CREATE TRIGGER "${name}" BEFORE ${verb} ON "${onTable}" FOR EACH ROW`;
    return dialect === 'sqlite'
      ? `${head} WHEN ${condition} BEGIN SELECT RAISE(ABORT, '${code}'); END`
      : `${head} BEGIN IF ${condition} THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${code}'; END IF; END`;
  });
}
