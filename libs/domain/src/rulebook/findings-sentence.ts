import type { Finding } from './finding.js';

/** The first finding in a sentence with its line, and how many more there are. */
export function findingsSentence(findings: readonly Finding[]): string {
  const [first] = findings;
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
  return first === undefined ? 'Nothing found' : `Line ${first.line}: ${first.message}${more}`;
}
