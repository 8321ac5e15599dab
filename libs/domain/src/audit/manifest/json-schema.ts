import { z } from 'zod';
import { type JsonSchema, publishedSchema } from '../../rulebook/published-schema.js';
import {
  absentItemSchema,
  auditIdSchema,
  bundleBuildSchema,
  bundleEntrySchema,
  bundleHistorySchema,
  entryNameSchema,
  leafNumberSchema,
  MANIFEST_FORMAT,
  manifestSchema,
} from './manifest.js';
import { hashTextSchema } from './suite-hash.js';

const named = z.registry<{ id: string; description: string }>();
named.add(auditIdSchema, { id: 'Id', description: '编号 / an identifier; opaque' });
named.add(entryNameSchema, {
  id: 'EntryName',
  description: '包内文件名 / the name of an entry of the bundle',
});
named.add(leafNumberSchema, {
  id: 'LeafNumber',
  description: '日志序号，从 0 起 / a place in the log, from 0',
});
named.add(hashTextSchema, {
  id: 'Hash',
  description: 'sha256 或 sm3，冒号，十六进制 / sha256 or sm3, a colon, hex',
});
named.add(bundleEntrySchema, { id: 'Entry', description: '一个文件及其哈希 / a file and its hash' });
named.add(bundleHistorySchema, {
  id: 'History',
  description: '一次运行的全部事件 / one run of a workflow, with what is needed to replay it',
});
named.add(bundleBuildSchema, {
  id: 'Build',
  description: '产生历史的程序 / the build that made histories, and how to install its SDK again',
});
named.add(absentItemSchema, {
  id: 'AbsentItem',
  description: '只有哈希的条目 / an item the bundle has only the hash of',
});

/** The JSON Schema of the manifest of an audit bundle. */
export function manifestJsonSchema(): JsonSchema {
  return publishedSchema(manifestSchema, named, {
    title: MANIFEST_FORMAT,
    description:
      '审计包的清单 / the manifest of a Kaoji audit bundle: canonical JSON (RFC 8785), listing every other entry by hash.',
  });
}
