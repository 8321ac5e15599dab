import { z } from 'zod';

/** Opaque: whoever reads an id learns nothing from it. */
export const idSchema = z.string().min(1).max(64);
/** Epoch milliseconds, UTC. */
export const instantSchema = z.int();
/** `YYYY-MM-DD` in the time zone of the pinned calendar. */
export const civilDateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A decimal as text; never a JSON float. */
export const decimalTextSchema = z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/);
/** Exact numbers: a decimal where it ends, else a fraction such as `268/3`. */
export const exactTextSchema = z.string().regex(/^-?\d+(\.\d+|\/\d+)?$/);
export const localTextSchema = z.object({ zh: z.string(), en: z.string() });
export const factsSchema = z.record(
  z.string().max(64),
  z.union([z.boolean(), z.string().max(200), z.number()]),
);

/** `?after=&limit=`: rows after that id, at most so many. */
export const pageQuerySchema = z.strictObject({
  after: idSchema.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type PageQuery = z.infer<typeof pageQuerySchema>;

/** One page of a list; `next` is the `after` of the page that follows, `null` at the end. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** What comes with an `Idempotency-Key`. */
export const idempotencyKeySchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
