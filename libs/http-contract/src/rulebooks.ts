import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { instantSchema } from './text.js';

/** `sha256` of the canonical rulebook: its identity. */
export const hashSchema = z.string().regex(/^[a-z0-9:]{8,80}$/);

export const adoptRulebookSchema = z.strictObject({ source: z.string().min(1).max(2_000_000) });
export type AdoptRulebookInput = z.infer<typeof adoptRulebookSchema>;

export const findingSchema = z.object({
  code: z.string(),
  line: z.int(),
  path: z.string(),
  rule: z.string().nullable(),
  clause: z.string().nullable(),
  message: z.string(),
  messageZh: z.string(),
});
export const adoptedRulebookSchema = z.object({
  hash: hashSchema,
  id: z.string(),
  version: z.string(),
  findings: z.array(findingSchema), // always empty: a rulebook with findings is not adopted
});
export type AdoptedRulebookView = z.infer<typeof adoptedRulebookSchema>;
export const rulebookItemSchema = z.object({
  hash: hashSchema,
  id: z.string(),
  version: z.string(),
  adoptedAt: instantSchema,
});
export const rulebookListSchema = z.object({ items: z.array(rulebookItemSchema), next: z.null() });
/** The canonical rulebook; its own format is published by `kaoji rulebook schema`. */
export const rulebookDocumentSchema = z.looseObject({
  format: z.string(),
  id: z.string(),
  version: z.string(),
});

const tag = 'rulebooks';
export const rulebookEndpoints = {
  adoptRulebook: endpoint({
    method: 'POST',
    path: '/api/rulebooks',
    tag,
    summary: { zh: '采用规则手册（须无检查问题）', en: 'Adopts a rulebook that has no findings' },
    status: 201,
    consumes: ['application/json', 'text/yaml', 'application/yaml'],
    body: adoptRulebookSchema,
    answer: adoptedRulebookSchema,
    refusals: ['RULEBOOK_FINDINGS', 'RULEBOOK_EDITED', 'FORBIDDEN'],
  }),
  rulebooks: endpoint({
    method: 'GET',
    path: '/api/rulebooks',
    tag,
    summary: { zh: '已采用的规则手册', en: 'Adopted rulebooks' },
    answer: rulebookListSchema,
  }),
  rulebook: endpoint({
    method: 'GET',
    path: '/api/rulebooks/:hash',
    tag,
    summary: { zh: '一份规则手册全文', en: 'One rulebook' },
    answer: rulebookDocumentSchema,
    refusals: ['NOT_FOUND'],
  }),
} as const;
