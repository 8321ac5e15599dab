import { existsSync, readFileSync } from 'node:fs';

import { tableText } from '../printing/table.mjs';

/**
 * The text of the accounts file, to tell afterwards whether the seed wrote a new one.
 * @param {string} file
 * @returns {string}
 */
export function accountsText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/**
 * One account of each role as a table; the rest are in the file.
 * @param {string} text the accounts file: a list, or an object with the list in `accounts`
 * @returns {string}
 */
export function accountsTable(text) {
  const parsed = JSON.parse(text);
  /** @type {Record<string, unknown>[]} */
  const accounts = Array.isArray(parsed) ? parsed : (parsed.accounts ?? []);
  /** @type {Map<string, { row: string[], count: number }>} */
  const byRole = new Map();
  for (const account of accounts) {
    const role = String(account['role'] ?? account['roles'] ?? '');
    const known = byRole.get(role);
    if (known) known.count += 1;
    else
      byRole.set(role, {
        row: [role, String(account['username'] ?? ''), String(account['password'] ?? '')],
        count: 1,
      });
  }
  const rows = [...byRole.values()].map(({ row, count }) => [...row, String(count)]);
  return tableText([['角色 role', '用户名 username', '密码 password', '人数 count'], ...rows]);
}
