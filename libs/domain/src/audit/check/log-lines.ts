import { hexToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { LOG_KINDS } from '../../log/log-entry.js';
import { auditIdSchema, leafNumberSchema } from '../manifest/manifest.js';
import { AUDIT_SUITES, hashTextSchema } from '../manifest/suite-hash.js';

/** A line of the entry of kind `log`: one leaf; the first line is leaf 0. */
export const logLineSchema = z.strictObject({
  suite: z.enum(AUDIT_SUITES),
  kind: z.enum(LOG_KINDS),
  ref: auditIdSchema,
  hash: hashTextSchema,
});

/** A line of the entry of kind `inclusion`: one leaf with its audit path (hex, nearest first). */
export const inclusionLineSchema = logLineSchema.extend({
  leaf: leafNumberSchema,
  proof: z
    .array(
      z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .transform(hexToBytes),
    )
    .max(64),
});

/** A line of an entry of items: which leaf vouches for it, its id there, and the item. */
export const itemLineSchema = z.strictObject({
  leaf: leafNumberSchema.optional(),
  ref: auditIdSchema,
  value: z.unknown().refine((value) => value !== undefined),
});

/** The same without the item. */
export const itemHeadSchema = itemLineSchema.omit({ value: true });
