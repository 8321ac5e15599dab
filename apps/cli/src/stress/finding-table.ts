import Table from 'cli-table3';
import type { Finding } from './finding.js';

/** Findings for people, one row each. */
export function tableOf(findings: readonly Finding[]): string {
  const table = new Table({
    head: ['', 'found', 'wanted', ''],
    colAligns: ['left', 'right', 'right', 'left'],
    style: { head: [], border: [] },
  });
  for (const { what, found, wanted, holds } of findings) {
    table.push([what, found, wanted, wanted === '' ? '' : holds ? 'ok' : 'VIOLATED']);
  }
  return table.toString();
}
