import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idSchema, instantSchema, pageOf, pageQuerySchema } from './text.js';

/** A signed root, as it is printed: whoever keeps it can tell later whether anything before it was changed. */
export const logRootSchema = z.object({ origin: z.string(), size: z.int(), root: z.string() });
export type LogRootView = z.infer<typeof logRootSchema>;

export const logHeadsSchema = z.object({
  origin: z.string(),
  /** By size, the latest last; at most a hundred. `note` is the signed checkpoint (C2SP). */
  heads: z.array(
    z.object({
      size: z.int(),
      root: z.string(),
      suite: z.enum(['intl', 'sm']),
      note: z.string(),
      stamped: z.boolean(),
      at: instantSchema,
    }),
  ),
  /** In their order; `change` is what both keys signed when one followed the other. */
  keys: z.array(
    z.object({
      keyId: z.string(),
      name: z.string(),
      suite: z.enum(['intl', 'sm']),
      publicKey: z.string(),
      change: z.string().nullable(),
    }),
  ),
});
export type LogHeadsView = z.infer<typeof logHeadsSchema>;

/** The latest signed root of each cycle that has one. */
export const publicLogSchema = logRootSchema.extend({
  cycleId: idSchema,
  area: z.string(),
  year: z.int(),
  rehearsal: z.boolean(),
  at: instantSchema,
});
export const publicLogListSchema = pageOf(publicLogSchema);
export type PublicLogView = z.infer<typeof publicLogSchema>;

export const logHeadEndpoints = {
  publicLogs: endpoint({
    method: 'GET',
    path: '/api/public/logs',
    tag: 'public',
    summary: { zh: '各次考核的审计日志树根', en: 'The latest signed root of every cycle' },
    query: pageQuerySchema,
    answer: publicLogListSchema,
  }),
  logHeads: endpoint({
    method: 'GET',
    path: '/api/public/cycles/:cycleId/log-heads',
    tag: 'public',
    summary: { zh: '审计日志的签名树头', en: 'The signed heads of the log of a cycle' },
    answer: logHeadsSchema,
    refusals: ['NOT_FOUND'],
  }),
} as const;
