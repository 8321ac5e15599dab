import { z } from 'zod';
import { endpoint } from './endpoint.js';

export const healthSchema = z.object({ status: z.literal('up'), service: z.string() });
export const readinessSchema = z.object({
  ready: z.boolean(),
  database: z.boolean(),
  temporal: z.boolean(),
});
export type Readiness = z.infer<typeof readinessSchema>;

const page = 'text/html; charset=utf-8';
export const healthEndpoints = {
  health: endpoint({
    method: 'GET',
    path: '/health',
    tag: 'operation',
    summary: { zh: '进程存活', en: 'The process lives' },
    answer: healthSchema,
  }),
  ready: endpoint({
    method: 'GET',
    path: '/ready',
    tag: 'operation',
    summary: { zh: '数据库与流程引擎均可用（否则 503）', en: 'Database and Temporal answer; 503 otherwise' },
    answer: readinessSchema,
  }),
  landing: endpoint({
    method: 'GET',
    path: '/',
    tag: 'operation',
    summary: { zh: '首页', en: 'Where to look' },
    produces: page,
  }),
  problemPage: endpoint({
    method: 'GET',
    path: '/api/problems/:code',
    tag: 'operation',
    summary: { zh: '错误代码说明', en: 'What a problem code means and what to do' },
    produces: page,
    refusals: ['NOT_FOUND'],
  }),
} as const;
