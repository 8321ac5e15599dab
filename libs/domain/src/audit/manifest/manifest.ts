import { z } from 'zod';
import { ENTRY_KINDS, type EntryKind } from './entry-kinds.js';
import { AUDIT_SUITES, hashTextSchema } from './suite-hash.js';

export const MANIFEST_NAME = 'manifest.json';
export const MANIFEST_FORMAT = 'kaoji-audit/1';
/** A bundle has no more entries and leaves than this; a manifest that claims more is not read further. */
const MOST_ENTRIES = 100_000;
const MOST_LEAVES = 10_000_000;

/** Ids are printed in reports: nothing in one moves a cursor or turns the direction of writing. */
export const auditIdSchema = z
  .string()
  .max(300)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u);
export const entryNameSchema = z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9._/-]{0,199}$/);
export const leafNumberSchema = z.int().min(0).max(MOST_LEAVES);
const versionSchema = z.string().regex(/^[A-Za-z0-9._+-]{1,100}$/);

export const bundleEntrySchema = z.strictObject({
  name: entryNameSchema,
  kind: z.enum(Object.keys(ENTRY_KINDS) as [EntryKind, ...EntryKind[]]),
  form: z.enum(['file', 'lines']).describe('整个文件，或一行一条 / one item, or one item a line'),
  hash: hashTextSchema,
  size: z.int().min(0),
  leaf: leafNumberSchema
    .optional()
    .describe('日志中的序号，从 0 起 / its place in the log, from 0; lines say theirs'),
});

export const bundleHistorySchema = z.strictObject({
  entry: entryNameSchema,
  workflowId: auditIdSchema,
  runId: auditIdSchema,
  firstRunId: auditIdSchema,
  continuedFrom: auditIdSchema.nullable(),
  workflowType: auditIdSchema,
  deployment: auditIdSchema.nullable(),
  buildId: auditIdSchema,
  sdkVersion: versionSchema,
  nodeVersion: versionSchema,
  serverVersion: versionSchema,
  codecKeyIds: z.array(auditIdSchema).max(100),
  closeStatus: z.enum(['completed', 'failed', 'canceled', 'terminated', 'continued_as_new', 'timed_out']),
  eventCount: z.int().min(1),
});

export const bundleBuildSchema = z.strictObject({
  buildId: auditIdSchema,
  bundle: entryNameSchema,
  lockFile: entryNameSchema,
  recipe: entryNameSchema,
});

export const absentItemSchema = z.strictObject({
  leaf: leafNumberSchema,
  hash: hashTextSchema,
  why: z.enum(['sealed', 'erased', 'redacted']),
});

/** What a bundle says of itself. One file, in canonical JSON; everything else in the bundle is listed here by hash. */
export const manifestSchema = z.strictObject({
  format: z.literal(MANIFEST_FORMAT),
  suite: z.enum(AUDIT_SUITES),
  cycle: z.strictObject({
    id: auditIdSchema,
    key: auditIdSchema,
    area: auditIdSchema,
    year: z.int().min(2000).max(2200),
    run: auditIdSchema.describe('live，或 rehearsal-<n> / live, or rehearsal-<n>'),
  }),
  scope: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('whole') }),
    z.strictObject({ kind: z.literal('appraisal'), appraisal: auditIdSchema }),
  ]),
  log: z.strictObject({
    origin: auditIdSchema,
    size: leafNumberSchema,
    root: hashTextSchema,
    head: entryNameSchema.describe('这一树头所在的文件 / the entry that is the head of this size'),
  }),
  entries: z.array(bundleEntrySchema).max(MOST_ENTRIES),
  histories: z.array(bundleHistorySchema).max(MOST_ENTRIES),
  builds: z.array(bundleBuildSchema).max(1000),
  absent: z
    .array(absentItemSchema)
    .max(MOST_ENTRIES)
    .describe('包中没有原文的条目，只有哈希 / items of which the bundle has only the hash'),
});

export type BundleManifest = z.infer<typeof manifestSchema>;
export type BundleEntry = BundleManifest['entries'][number];
export type BundleHistory = BundleManifest['histories'][number];
export type AbsentItem = BundleManifest['absent'][number];
