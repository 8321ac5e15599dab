import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idSchema, instantSchema, pageOf, pageQuerySchema } from './text.js';

/** One look at what is protected: opaque ids only. */
export const accessRowSchema = z.object({
  id: idSchema,
  accountId: idSchema,
  role: z.string(),
  permission: z.string(),
  endpoint: z.string(),
  cycleId: idSchema.nullable(),
  subject: idSchema.nullable(),
  at: instantSchema,
});
export type AccessItem = z.infer<typeof accessRowSchema>;

/** `subject`: an appraisal, a unit, a person, a panel, a document or a campaign. */
export const accessQuerySchema = pageQuerySchema.extend({ subject: idSchema.optional() });
export type AccessQuery = z.infer<typeof accessQuerySchema>;

/** Whoever confirms types the person's name, and the rule that allows it. */
export const erasureSchema = z.strictObject({
  name: z.string().min(1).max(64),
  clause: z.string().trim().min(1).max(255),
});
export type ErasureBody = z.infer<typeof erasureSchema>;
export const erasedSchema = z.object({ personRef: idSchema, erasedBy: idSchema, erasedAt: instantSchema });
export type ErasedView = z.infer<typeof erasedSchema>;

export const accessEndpoints = {
  access: endpoint({
    method: 'GET',
    path: '/api/cycles/:cycleId/access',
    tag: 'audit',
    summary: { zh: '谁查看过什么（最近的在前）', en: 'Who looked at what, newest first' },
    query: accessQuerySchema,
    answer: pageOf(accessRowSchema),
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  erasePerson: endpoint({
    method: 'POST',
    path: '/api/people/:personRef/erasure',
    tag: 'audit',
    summary: { zh: '删除个人信息（不可恢复）', en: 'Erase a person: nothing brings it back' },
    stepUp: true,
    body: erasureSchema,
    answer: erasedSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'ERASURE_NOT_CONFIRMED', 'ERASURE_TOO_EARLY', 'PERSON_KEY_GONE'],
  }),
} as const;
