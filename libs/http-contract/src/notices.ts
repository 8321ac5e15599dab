import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idSchema, instantSchema } from './text.js';

const entrySchema = z.object({ appraisalId: idSchema, grade: z.string() });
export const noticeSchema = z.object({
  id: idSchema,
  round: z.int(),
  /** Who is shown here, and who was shown in an earlier round and still stands. */
  entries: z.array(entrySchema),
  standing: z.array(entrySchema),
  startsAt: instantSchema,
  endsAt: instantSchema,
  endedAt: instantSchema.nullable(),
  outcome: z.enum(['final', 'reopened']).nullable(),
  /** The public page: printed, or put where people see it. */
  address: z.string(),
  objections: z.int(),
  unanswered: z.int(),
});
export const noticeListSchema = z.object({ items: z.array(noticeSchema), next: z.null() });
export type NoticeItem = z.infer<typeof noticeSchema>;

export const noticeEndpoints = {
  unitNotices: endpoint({
    method: 'GET',
    path: '/api/cycles/:cycleId/units/:unitId/notices',
    tag: 'deliberation',
    summary: { zh: '本单位的公示', en: "The unit's public notices" },
    answer: noticeListSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
} as const;
