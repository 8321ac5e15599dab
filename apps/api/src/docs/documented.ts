import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOperation,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import {
  IDEMPOTENCY_HEADER,
  PROBLEMS,
  PROBLEM_MEDIA_TYPE,
  problemSchema,
  type Endpoint,
  type ProblemCode,
} from '@kaoji/http-contract';
import type { z } from 'zod';
import { jsonSchemaOf } from './json-schema.js';

/** What the contract says of a route, as documentation: texts, bodies, answers and every refusal by its code. */
export function documented(endpoint: Endpoint): MethodDecorator[] {
  const { summary, tag, keyed, answer, produces, status } = endpoint;
  return [
    ApiTags(tag),
    ApiOperation({ summary: `${summary.zh} ${summary.en}` }),
    ApiBearerAuth(),
    ...(keyed ? [ApiHeader({ name: IDEMPOTENCY_HEADER, required: true, schema: KEY_SCHEMA })] : []),
    ...bodyOf(endpoint),
    ...(answer === null
      ? [ApiProduces(produces), ApiResponse({ status, description: 'done', ...contentOf(endpoint) })]
      : [ApiResponse({ status, description: 'done', schema: jsonSchemaOf(answer, 'output') })]),
    ...refusalsOf(endpoint),
  ];
}

const KEY_SCHEMA = { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$' };

function bodyOf({ method, body, consumes }: Endpoint): MethodDecorator[] {
  if (method === 'GET' || (body === null && consumes.includes('application/json'))) return [];
  const schema = body === null ? { type: 'string', format: 'binary' } : jsonSchemaOf(body, 'input');
  return [ApiConsumes(...consumes), ApiBody({ required: true, schema })];
}

function contentOf({ status, produces }: Endpoint): {
  content?: Record<string, { schema: { type: string } }>;
} {
  return status === 204 ? {} : { content: { [produces]: { schema: { type: 'string' } } } };
}

/** One entry per status; the codes that share it are named in the description. */
function refusalsOf({ refusals, keyed, stepUp, body, query }: Endpoint): MethodDecorator[] {
  const codes: ProblemCode[] = [
    ...refusals,
    ...(stepUp === false ? [] : (['STEP_UP_REQUIRED'] as const)),
    ...(keyed ? (['IDEMPOTENCY_KEY_MISSING', 'IDEMPOTENCY_KEY_REUSED'] as const) : []),
    ...(body !== null || query !== null ? (['REQUEST_INVALID'] as const) : []),
  ];
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return [...byStatus].map(([status, shared]) =>
    ApiResponse({
      status,
      description: shared.join(', '),
      content: { [PROBLEM_MEDIA_TYPE]: { schema: jsonSchemaOf(problemSchema as z.ZodType, 'output') } },
    }),
  );
}
