import { Refusal } from '../refusal.js';
import type { Finding } from './finding.js';
import { schemaFindings } from './schema-findings.js';
import { rulebookSchema, type Rulebook } from './schema/rulebook.js';
import { readYamlTree, type Positions } from './yaml-tree.js';

export type ParsedRulebook = { readonly rulebook: Rulebook; readonly positions: Positions };

function describe(findings: readonly Finding[]): string {
  const [first] = findings;
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
  return first === undefined ? 'Invalid rulebook' : `Line ${first.line}: ${first.message}${more}`;
}

/**
 * Reads a rulebook from YAML or JSON text; numbers are taken by their digits, defaults are filled in. Refuses
 * `RULEBOOK_INVALID` with `details.findings` (each with its line) on syntax errors, duplicate or unknown keys,
 * missing or wrong values. It checks the form only; `lintRulebook` checks what the rules say.
 */
export function parseRulebook(text: string): ParsedRulebook {
  const { data, positions, findings } = readYamlTree(text);
  if (findings.length > 0) throw new Refusal('RULEBOOK_INVALID', describe(findings), { findings });
  const parsed = rulebookSchema.safeParse(data);
  if (!parsed.success) {
    const faults = schemaFindings(parsed.error, data, positions);
    throw new Refusal('RULEBOOK_INVALID', describe(faults), { findings: faults });
  }
  return { rulebook: parsed.data, positions };
}
