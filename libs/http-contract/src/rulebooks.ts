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
/** What today's checks say of a rulebook as adopted: later checks may find what earlier ones did not. */
export const rulebookLintSchema = z.object({ hash: hashSchema, findings: z.array(findingSchema) });
export const rulebookSourceSchema = z.object({ hash: hashSchema, source: z.string() });
/** The canonical rulebook; its own format is published by `kaoji rulebook schema`. */
export const rulebookDocumentSchema = z.looseObject({
  format: z.string(),
  id: z.string(),
  version: z.string(),
});

/** A file looked at before it is adopted; `null` when the text is no rulebook yet. */
export const checkedRulebookSchema = z.object({
  hash: hashSchema.nullable(),
  rulebook: rulebookDocumentSchema.nullable(),
  findings: z.array(findingSchema),
});
export type CheckedRulebookView = z.infer<typeof checkedRulebookSchema>;

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
  checkRulebook: endpoint({
    method: 'POST',
    path: '/api/rulebooks/check',
    tag,
    summary: { zh: '检查一份规则手册，不采用', en: 'Checks a rulebook and adopts nothing' },
    consumes: ['application/json', 'text/yaml', 'application/yaml'],
    body: adoptRulebookSchema,
    answer: checkedRulebookSchema,
    refusals: ['FORBIDDEN'],
  }),
  rulebookLint: endpoint({
    method: 'GET',
    path: '/api/rulebooks/:hash/lint',
    tag,
    summary: { zh: '一份规则手册的检查结果', en: 'What lint says of one rulebook' },
    answer: rulebookLintSchema,
    refusals: ['NOT_FOUND'],
  }),
  rulebookSource: endpoint({
    method: 'GET',
    path: '/api/rulebooks/:hash/source',
    tag,
    summary: { zh: '一份规则手册的原文件', en: 'The file of one rulebook as it was adopted' },
    answer: rulebookSourceSchema,
    refusals: ['NOT_FOUND'],
  }),
} as const;
