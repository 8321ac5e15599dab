import type { BallotIntake } from '@kaoji/application';
import { createPool } from 'mysql2/promise';
import type { ResultSetHeader } from 'mysql2/promise';
import { parseDatabaseUrl } from '../database-url.js';

/** What most do, to be measured next to: a transaction for each answer, which is stored as it is. */
export type UsualIntake = {
  put: BallotIntake['put'];
  addTokens(linkHashes: readonly string[]): Promise<void>;
  count(): Promise<number>;
  close(): Promise<void>;
};

const TABLES = [
  `CREATE TABLE IF NOT EXISTS usual_token (
  link_hash varchar(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  used_at bigint NULL) ENGINE=InnoDB`,
  `CREATE TABLE IF NOT EXISTS usual_answer (
  id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
  link_hash varchar(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  campaign_id varchar(64) NOT NULL,
  body mediumtext NOT NULL,
  answered_at bigint NOT NULL) ENGINE=InnoDB`,
];
const ROWS_PER_INSERT = 2_000;

/** Opens it on a MariaDB or MySQL of one's own, with prepared statements and so many connections. */
export async function openUsualIntake(url: string, connections: number): Promise<UsualIntake> {
  const address = parseDatabaseUrl(url);
  if (address.kind === 'sqlite') throw new Error('The usual transaction is measured on a server.');
  const { host, port, username: user, password, database } = address;
  const pool = createPool({ host, port, user, password, database, connectionLimit: connections });
  for (const table of TABLES) await pool.query(table);
  return {
    async put({ linkHash, campaignId, sealed }) {
      const connection = await pool.getConnection();
      try {
        await connection.beginTransaction();
        const [spent] = await connection.execute<ResultSetHeader>(
          'UPDATE usual_token SET used_at = ? WHERE link_hash = ? AND used_at IS NULL',
          [Date.now(), linkHash],
        );
        if (spent.affectedRows === 0) {
          await connection.rollback();
          return 'already';
        }
        await connection.execute(
          'INSERT INTO usual_answer (link_hash, campaign_id, body, answered_at) VALUES (?, ?, ?, ?)',
          [linkHash, campaignId, sealed, Date.now()],
        );
        await connection.commit();
        return 'accepted';
      } finally {
        connection.release();
      }
    },
    async addTokens(linkHashes) {
      const sorted = [...linkHashes].sort();
      for (let from = 0; from < sorted.length; from += ROWS_PER_INSERT) {
        const rows = sorted.slice(from, from + ROWS_PER_INSERT).map((linkHash) => [linkHash]);
        await pool.query('INSERT INTO usual_token (link_hash) VALUES ?', [rows]);
      }
    },
    async count() {
      const [rows] = await pool.query('SELECT COUNT(*) AS answers FROM usual_answer');
      return Number((rows as { answers: number }[])[0]?.answers);
    },
    close: () => pool.end(),
  };
}
