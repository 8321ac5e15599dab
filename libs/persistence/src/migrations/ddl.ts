/** `mysql` stands for MariaDB too: they share their DDL. */
export type Dialect = 'sqlite' | 'mysql';

/**
 * One statement: MySQL and MariaDB commit after each, so a migration that fails half-way resumes at its step.
 * Where a dialect is left out there is nothing to do on it.
 */
export type Step = { readonly name: string; readonly sql: Readonly<Partial<Record<Dialect, string>>> };
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
  /** Ciphertext as base64url. */
  sealed: { sqlite: 'text', mysql: `mediumtext ${ASCII}` },
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

/** `by_key`: SQLite numbers the rows of a table as they arrive, unless they lie by their key as on MariaDB and MySQL. */
type Lie = 'as_they_come' | 'by_key';

/** Creates a table from column lines written in the vocabulary. CHECK lines come before keys (TypeORM's SQLite reader). */
export function table(name: string, body: string, lie: Lie = 'as_they_come'): Step {
  return step(`create-${name}`, (dialect) => {
    const onServers = ' ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';
    const suffix = dialect === 'mysql' ? onServers : lie === 'by_key' ? ' WITHOUT ROWID' : '';
    return `CREATE TABLE "${name}" (\n  ${columns(body, dialect)}\n)${suffix}`;
  });
}

/** A step of SQLite alone, which cannot change a CHECK or a key of a table that is there: it is made anew. */
export function onSqlite(name: string, sql: string): Step {
  return { name, sql: { sqlite: sql } };
}

/** A step of MariaDB and MySQL alone, written in the vocabulary; one ALTER happens as a whole or not at all. */
export function onServer(name: string, sql: string): Step {
  return { name, sql: { mysql: quoted(columns(sql, 'mysql')) } };
}

/** Keeps the rows of a SQLite table aside and removes it; `bringBack` fills the new one. */
export function setAside(name: string): readonly Step[] {
  return [
    onSqlite(`set-aside-${name}`, `CREATE TABLE "${name}_before" AS SELECT * FROM "${name}"`),
    onSqlite(`remove-${name}`, `DROP TABLE "${name}"`),
  ];
}

/** Makes the SQLite table anew with its rows; `values` says, column by column, what each becomes. */
export function bringBack(
  name: string,
  body: string,
  values: Readonly<Record<string, string>>,
  lie: Lie = 'as_they_come',
): readonly Step[] {
  const named = Object.keys(values).map((column) => `"${column}"`);
  const rows = `SELECT ${Object.values(values).join(', ')} FROM "${name}_before"`;
  return [
    { name: `renew-${name}`, sql: { sqlite: table(name, body, lie).sql.sqlite! } },
    onSqlite(`bring-back-${name}`, `INSERT INTO "${name}" (${named.join(', ')}) ${rows}`),
    onSqlite(`forget-${name}_before`, `DROP TABLE "${name}_before"`),
  ];
}

/** Removes a table with its rows, indexes and triggers. */
export function dropTable(name: string): Step {
  return step(`drop-${name}`, () => `DROP TABLE IF EXISTS "${name}"`);
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

/**
 * A trigger that refuses the statement with `code`, always or when the condition holds. `{locked}` ends a query in
 * it whose rows nobody may change until the transaction ends; SQLite has one writer anyway.
 */
export function refusingTrigger(
  name: string,
  onTable: string,
  verb: 'INSERT' | 'UPDATE' | 'DELETE',
  code: string,
  condition = '1 = 1',
): Step {
  return step(`create-${name}`, (dialect) => {
    const head = `CREATE TRIGGER "${name}" BEFORE ${verb} ON "${onTable}" FOR EACH ROW`;
    const when = condition.replaceAll(' {locked}', dialect === 'sqlite' ? '' : ' LOCK IN SHARE MODE');
    return dialect === 'sqlite'
      ? `${head} WHEN ${when} BEGIN SELECT RAISE(ABORT, '${code}'); END`
      : `${head} BEGIN IF ${when} THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${code}'; END IF; END`;
  });
}
