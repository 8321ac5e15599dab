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

export const operationEndpoints = {
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
