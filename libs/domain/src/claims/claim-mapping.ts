import { z } from 'zod';
import { Refusal } from '../refusal.js';
import { ROLES } from '../rights/roles.js';
import { findingsSentence } from '../rulebook/findings-sentence.js';
import { schemaFindings } from '../rulebook/schema-findings.js';
import { localTextSchema } from '../rulebook/schema/text.js';
import { readYamlTree } from '../rulebook/yaml-tree.js';

const claimName = z.string().min(1).max(255);
const placeId = z.string().min(1).max(64);
/** An id, or the claim that names it. */
const placeSchema = z.union([placeId, z.strictObject({ claim: claimName })]);

const ruleSchema = z.strictObject({
  claim: claimName.describe('The claim to look at: a text or a list of texts.'),
  is: z.string().min(1).max(255).describe('The text it is, or holds.'),
  role: z.enum(ROLES).describe('The role this gives.'),
  area: placeSchema.describe('The area it is in: its id, or the claim that names it.'),
  unit: placeSchema
    .optional()
    .describe('The unit it is in: its id, or the claim that names it; absent: the whole area.'),
});

/** How claims of an identity provider become roles: read at each sign-in. */
export const claimMappingSchema = z.strictObject({
  format: z.literal('kaoji-claims/1'),
  name: localTextSchema.describe('What the button of the sign-in page calls the provider.'),
  accounts: z
    .enum(['linked', 'create'])
    .describe('linked: whoever has no account yet is refused; create: the first sign-in makes one.'),
  username: claimName.describe('The claim that names a new account.'),
  person: claimName.optional().describe('The claim that says which person of the roster a new account is.'),
  rules: z.array(ruleSchema).min(1).max(500),
});
export type ClaimMapping = z.infer<typeof claimMappingSchema>;

/**
 * Reads a mapping from YAML or JSON text. Refuses `CLAIM_MAPPING_INVALID` with `details.findings`, each with its line.
 */
export function parseClaimMapping(text: string): ClaimMapping {
  const { data, positions, findings } = readYamlTree(text);
  const parsed = findings.length > 0 ? null : claimMappingSchema.safeParse(data);
  if (parsed?.success === true) return parsed.data;
  const faults = parsed === null ? findings : schemaFindings(parsed.error, data, positions, () => null);
  throw new Refusal('CLAIM_MAPPING_INVALID', findingsSentence(faults), { findings: faults });
}

/** The JSON Schema of mapping files, made from what reads them. */
export function claimMappingJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(claimMappingSchema, { io: 'input' });
}
