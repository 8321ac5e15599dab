import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export type Row = Readonly<Record<string, string>>;
/** Every table of a database: its rows in the order the server gives them when asked for no order. */
export type Dump = Readonly<Record<string, readonly Row[]>>;
export type BinlogPlace = { readonly file: string; readonly position: string };

const run = promisify(execFile);
const PATH = '/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/opt/homebrew/bin';
const LONGEST_OUTPUT = 512 * 1024 * 1024;

/**
 * A MariaDB as somebody sees it who has stolen everything: by MariaDB's own tools (`mariadb`, `mariadb-binlog`), not
 * through any code of ours.
 */
export function thiefOf(url: string) {
  const { hostname, port, username, password, pathname } = new URL(url);
  const database = pathname.slice(1);
  const tool = async (program: string, args: readonly string[]): Promise<string> => {
    const account = ['--no-defaults', `--host=${hostname}`, `--port=${port}`, `--user=${username}`];
    const env = { PATH, MYSQL_PWD: password };
    return (await run(program, [...account, ...args], { env, maxBuffer: LONGEST_OUTPUT })).stdout;
  };
  const query = async (sql: string): Promise<readonly Row[]> => {
    const args = [
      '--protocol=tcp',
      '--default-character-set=utf8mb4',
      '--batch',
      `--execute=${sql}`,
      database,
    ];
    const [head = '', ...lines] = (await tool('mariadb', args)).trimEnd().split('\n');
    const names = head.split('\t');
    return lines.map((line) => {
      const values = line.split('\t');
      return Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']));
    });
  };
  const dump = async (): Promise<Dump> => {
    const tables = await query(
      `SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = '${database}'`,
    );
    const named = tables.map(({ name = '' }) => name);
    return Object.fromEntries(
      await Promise.all(named.map(async (name) => [name, await query(`SELECT * FROM \`${name}\``)] as const)),
    );
  };
  const binlogPlace = async (): Promise<BinlogPlace> => {
    const [status] = await query('SHOW MASTER STATUS');
    if (status?.['File'] === undefined) throw new Error('The server keeps no binary log.');
    return { file: status['File'], position: status['Position'] ?? '' };
  };
  /** Every change to this database since then, row by row, in words. */
  const binlogSince = ({ file, position }: BinlogPlace): Promise<string> =>
    tool('mariadb-binlog', [
      ...['--read-from-remote-server', '--to-last-log', '--base64-output=decode-rows', '--verbose'],
      ...[`--start-position=${position}`, `--database=${database}`, file],
    ]);
  return { dump, binlogPlace, binlogSince };
}
