import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/** Where zod puts named schemas in the OpenAPI 3.0 dialect. */
const NAMED = 'definitions';

/**
 * A contract schema as OpenAPI writes it, self-contained but for what has a name of its own, which is
 * referred to under `components` (see `namedSchemas`).
 */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _dialect, [NAMED]: _named, ...json } = converted(schema, io);
  return json;
}

/** The named schemas that a schema refers to. */
export function namedSchemas(
  schema: z.ZodType,
  io: 'input' | 'output',
): Readonly<Record<string, JsonSchema>> {
  return (converted(schema, io)[NAMED] ?? {}) as Record<string, JsonSchema>;
}

function converted(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const json = JSON.stringify(z.toJSONSchema(schema, { target: 'openapi-3.0', io }));
  return JSON.parse(json.replaceAll(`"#/${NAMED}/`, '"#/components/schemas/')) as JsonSchema;
}
