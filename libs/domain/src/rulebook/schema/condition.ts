import { z } from 'zod';

const scalarSchema = z.union([z.string(), z.number(), z.boolean()]);
export type Scalar = z.infer<typeof scalarSchema>;

/** A comparison of one declared fact; numbers compare exactly. `known`/`unknown` take no value. */
const comparisonSchema = z.strictObject({
  fact: z.string().min(1),
  op: z.enum(['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in', 'not_in', 'known', 'unknown']),
  value: z.union([scalarSchema, z.array(scalarSchema)]).optional(),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** A condition is typed data, never code. */
export type Condition = Comparison | { all: Condition[] } | { any: Condition[] } | { not: Condition };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    comparisonSchema,
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);
