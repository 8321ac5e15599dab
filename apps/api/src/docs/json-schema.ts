import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/**
 * A contract schema as OpenAPI writes it, self-contained but for what has a name of its own, which is
 * referred to under `components` (see `namedSchemas`).
 */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _dialect, $defs: _named, ...json } = converted(schema, io);
  return json;
}

/** The named schemas that a schema refers to. */
export function namedSchemas(
  schema: z.ZodType,
  io: 'input' | 'output',
): Readonly<Record<string, JsonSchema>> {
  return (converted(schema, io)['$defs'] ?? {}) as Record<string, JsonSchema>;
}

function converted(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const json = JSON.stringify(z.toJSONSchema(schema, { target: 'openapi-3.0', io }));
  return JSON.parse(json.replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema;
}
