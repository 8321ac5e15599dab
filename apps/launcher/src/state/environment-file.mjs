import { writeFileSync } from 'node:fs';

/**
 * What the services run with, for `npm run kaoji` in another terminal. It holds keys: readable by the owner only.
 * @param {string} file
 * @param {Readonly<Record<string, string>>} variables
 */
export function writeEnvironmentFile(file, variables) {
  const lines = Object.entries(variables).map(([name, value]) => `${name}='${value}'`);
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
}
