import { z } from 'zod';
import { consequenceSchema, gateSchema, termSchema } from './consequence.js';
import { disciplineSchema, eligibilityRuleSchema } from './eligibility.js';
import { processSchema } from './process.js';
import { quotaSchema } from './quota.js';
import { scoringShape } from './scoring.js';
import { localTextSchema, provenanceShape, ruleIdSchema } from './text.js';

export const factDeclarationSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  type: z.enum(['boolean', 'integer', 'decimal', 'code']),
  scope: z.enum(['person', 'unit']),
  values: z.array(z.string()).optional(), // for `code`
  default: z.union([z.boolean(), z.string(), z.number()]).optional(), // absent: the case must say
  /** Without a default: may stay unknown, and a comparison with an unknown fact is false. */
  optional: z.boolean().default(false),
  title: localTextSchema,
});
export type FactDeclaration = z.infer<typeof factDeclarationSchema>;

/** A number the engine adds up from declared ones of the same scope; the case never states it. */
export const computedFactSchema = z.strictObject({
  ...provenanceShape,
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  scope: z.enum(['person', 'unit']),
  sumOf: z.array(z.string()).min(2),
  title: localTextSchema,
});
export type ComputedFact = z.infer<typeof computedFactSchema>;

export const gradeSchema = z.strictObject({ code: ruleIdSchema, title: localTextSchema });

/** A category of person; `legal` names the law that binds an exit (absent: lint reads it off the code). */
export const categorySchema = z.strictObject({
  code: ruleIdSchema,
  title: localTextSchema,
  legal: z.enum(['contract', 'elected', 'public_institution', 'civil_servant']).optional(),
});

/** The policy of one place as data: see docs/rulebook.md. Grades and bands run from best to worst. */
export const rulebookSchema = z.strictObject({
  format: z.literal('kaoji-rulebook/1'),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  version: z.string().min(1),
  title: localTextSchema,
  source: localTextSchema,
  grades: z.array(gradeSchema).min(2),
  posts: z.array(z.strictObject({ code: ruleIdSchema, title: localTextSchema })).min(1),
  categories: z.array(categorySchema).min(1),
  roles: z.array(z.strictObject({ code: ruleIdSchema, title: localTextSchema })).min(1),
  facts: z.array(factDeclarationSchema),
  computedFacts: z.array(computedFactSchema).default([]),
  eligibility: z.array(eligibilityRuleSchema),
  discipline: disciplineSchema,
  ...scoringShape,
  quota: quotaSchema,
  process: processSchema,
  consequences: z.array(consequenceSchema),
  gates: z.array(gateSchema),
  term: termSchema.optional(),
});
/** A parsed rulebook: defaults filled, decimals as text. */
export type Rulebook = z.infer<typeof rulebookSchema>;
