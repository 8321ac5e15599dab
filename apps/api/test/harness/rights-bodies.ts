import { type Endpoint } from '@kaoji/http-contract';
import { jsonSchemaOf, type JsonSchema } from '../../src/docs/json-schema.js';

export type Named = Readonly<Record<string, unknown>>;

/** Texts that a pattern asks for; the first one that fits is taken. */
const TEXTS = [
  '演示',
  'demo',
  '1',
  '2026-03-02',
  '2026-03',
  `sha256:${'0'.repeat(64)}`,
  '0'.repeat(64),
  'A'.repeat(43),
  'demo-demo-demo-demo',
];

/**
 * The smallest body an endpoint's schema takes, so that a request is refused for who sends it and not for how it is
 * written. What has a name in `named` (a cycle, an appraisal) is that; `null` where the endpoint takes none.
 */
export function bodyOf(endpoint: Endpoint, named: Named): unknown {
  if (endpoint.body === null) return null;
  const body = valueOf(jsonSchemaOf(endpoint.body, 'input'), named);
  const { success, error } = endpoint.body.safeParse(body);
  if (!success) throw new Error(`${endpoint.path} takes no ${JSON.stringify(body)}: ${error.message}`);
  return body;
}

function valueOf(schema: JsonSchema, named: Named): unknown {
  const [option] = (schema['anyOf'] ?? schema['oneOf'] ?? []) as JsonSchema[];
  if (option !== undefined) return valueOf(option, named);
  const all = schema['allOf'] as JsonSchema[] | undefined;
  if (all !== undefined) return Object.assign({}, ...all.map((part) => valueOf(part, named))) as unknown;
  const options = schema['enum'] as unknown[] | undefined;
  if (options !== undefined) return options[0];
  switch (schema['type']) {
    case 'object':
      return objectOf(schema, named);
    case 'array':
      return Array.from({ length: Number(schema['minItems'] ?? 0) }, () =>
        valueOf(schema['items'] as JsonSchema, named),
      );
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema['minimum'] ?? 1));
    case 'boolean':
      return true;
    default:
      return textOf(schema);
  }
}

function objectOf(schema: JsonSchema, named: Named): Named {
  const required = (schema['required'] ?? []) as string[];
  const properties = (schema['properties'] ?? {}) as Record<string, JsonSchema>;
  return Object.fromEntries(
    required.map((name) => [name, name in named ? named[name] : valueOf(properties[name] ?? {}, named)]),
  );
}

function textOf(schema: JsonSchema): string {
  const pattern = schema['pattern'];
  const [least, most] = [Number(schema['minLength'] ?? 0), Number(schema['maxLength'] ?? Infinity)];
  const text = TEXTS.find(
    ({ length }, index) =>
      length >= least &&
      length <= most &&
      (typeof pattern !== 'string' || new RegExp(pattern, 'u').test(TEXTS[index] ?? '')),
  );
  if (text === undefined) throw new Error(`no text fits ${JSON.stringify(schema)}`);
  return text;
}
