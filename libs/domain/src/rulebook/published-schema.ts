import { z } from 'zod';

export type JsonSchema = Readonly<Record<string, unknown>>;
/** Names and explanations of the shapes a schema uses more than once. */
export type NamedShapes = z.core.$ZodRegistry<{ id: string; description: string }>;

/** A zod schema as the JSON Schema of what a file may hold, before defaults are filled in. */
export function publishedSchema(
  schema: z.ZodType,
  named: NamedShapes,
  head: { readonly title: string; readonly description: string },
): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-2020-12',
    metadata: named,
  });
  return { $schema, ...head, ...rest };
}
