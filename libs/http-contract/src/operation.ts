import { z } from 'zod';
import { endpoint } from './endpoint.js';

const runShape = {
  workflowId: z.string(),
  runId: z.string(),
  cycleId: z.string(),
  areaId: z.string(),
  closedAt: z.int(),
};
export const archiveStateSchema = z.object({
  versions: z
    .object({ engine: z.string(), node: z.string() })
    .describe('流程引擎与运行环境的版本 / of the engine and of what this service runs on'),
  configured: z.boolean().describe('是否配置了归档 / whether there is an archive at all'),
  at: z.int(),
  retentionMs: z.int().describe('运行结束后保留多久 / how long the engine keeps a run after its end'),
  closed: z.int(),
  near: z.int().describe('临近清除的缺口数 / gaps in the last third of their retention'),
  gaps: z.array(
    z.object({
      ...runShape,
      forgottenAt: z.int().describe('引擎清除它的时刻 / when the engine forgets it'),
      near: z.boolean(),
    }),
  ),
  failed: z.array(
    z.object({
      ...runShape,
      buildId: z.string(),
      archivedAt: z.int(),
      fault: z.string().describe('事件与代码位置 / the event and the place in the flow'),
    }),
  ),
});
export type ArchiveStateView = z.infer<typeof archiveStateSchema>;

const backlogSchema = z.object({ waiting: z.int(), oldestAt: z.int().nullable() });
const queueSchema = z.object({
  name: z.string(),
  kind: z.enum(['workflow', 'activity']),
  waiting: z.int().describe('排队的任务 / tasks that wait'),
  oldestWaitMs: z.int(),
  workers: z.int().describe('最近在取任务的进程 / processes that took tasks lately'),
  builds: z.array(z.string()),
});
const failureSchema = z.object({
  workflowId: z.string(),
  runId: z.string(),
  status: z.enum(['failed', 'timed_out', 'terminated']),
  closedAt: z.int(),
});
const engineSchema = z.object({
  version: z.string(),
  namespace: z.string(),
  running: z.int().describe('运行中的流程 / flows under way'),
  failed: z.int().describe('失败、超时或被终止 / flows that failed, timed out or were terminated'),
  failures: z.array(failureSchema).describe('最近的若干个 / the latest of them'),
  queues: z.array(queueSchema),
});
export const serviceStateSchema = z.object({
  at: z.int(),
  versions: z.object({
    kaoji: z.string(),
    node: z.string(),
    sdk: z.string().describe('流程引擎客户端 / of the engine’s client'),
    database: z.string().nullable().describe('不应答时为空 / null while it does not answer'),
  }),
  engine: engineSchema.nullable().describe('不应答时为空 / null while it does not answer'),
  outbox: backlogSchema.nullable().describe('已提交、待转交流程引擎 / on record, not passed on yet'),
  messages: z
    .object({ waiting: z.int(), failed: z.int() })
    .nullable()
    .describe('发给工作人员的提醒 / word to staff'),
  temporalUi: z.url().nullable(),
});
export type ServiceStateView = z.infer<typeof serviceStateSchema>;

export const operationEndpoints = {
  serviceState: endpoint({
    method: 'GET',
    path: '/api/operator/state',
    tag: 'operation',
    summary: { zh: '版本、队列、积压与失败', en: 'Versions, queues, what waits and what failed' },
    answer: serviceStateSchema,
    refusals: ['FORBIDDEN'],
  }),
  archiveState: endpoint({
    method: 'GET',
    path: '/api/operator/archive',
    tag: 'operation',
    summary: {
      zh: '归档缺口：已结束未归档的运行与重放不一致',
      en: 'What the archive lacks: closed runs outside it, and failed replays',
    },
    answer: archiveStateSchema,
    refusals: ['FORBIDDEN', 'TEMPORAL_UNAVAILABLE'],
  }),
} as const;
