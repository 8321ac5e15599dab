import { Refusal } from '../refusal.js';
import { findingsSentence } from './findings-sentence.js';
import { schemaFindings } from './schema-findings.js';
import { rulebookSchema, type Rulebook } from './schema/rulebook.js';
import { readYamlTree, type Positions } from './yaml-tree.js';

export type ParsedRulebook = { readonly rulebook: Rulebook; readonly positions: Positions };

/**
 * Reads a rulebook from YAML or JSON text; numbers are taken by their digits, defaults are filled in. Refuses
 * `RULEBOOK_INVALID` with `details.findings` (each with its line) on syntax errors, duplicate or unknown keys,
 * missing or wrong values. It checks the form only; `lintRulebook` checks what the rules say.
 */
export function parseRulebook(text: string): ParsedRulebook {
  const { data, positions, findings } = readYamlTree(text);
  if (findings.length > 0) throw new Refusal('RULEBOOK_INVALID', findingsSentence(findings), { findings });
  const parsed = rulebookSchema.safeParse(data);
  if (!parsed.success) {
    const faults = schemaFindings(parsed.error, data, positions);
    throw new Refusal('RULEBOOK_INVALID', findingsSentence(faults), { findings: faults });
  }
  return { rulebook: parsed.data, positions };
}
