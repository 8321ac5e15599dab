import { Refusal } from '@kaoji/domain';
import {
  PROBLEMS,
  isProblemCode,
  problemFaultSchema,
  problemPath,
  type ProblemCode,
  type ProblemDocument,
  type ProblemFault,
} from '@kaoji/http-contract';
import { RequestFault } from './request-fault.js';

/** What the wire says of anything thrown, and whether it was expected. */
export type FoundProblem = {
  readonly document: ProblemDocument;
  readonly expected: boolean;
  readonly retryAfterSeconds: number | null;
};

type Found = {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors?: readonly ProblemFault[];
  readonly retryAfterMs?: number;
};

/** Codes of stores and other libraries that say the same as a problem of the wire. */
const SAME_AS: Readonly<Record<string, ProblemCode>> = {
  DUPLICATE_DELIBERATION: 'ALREADY_DECIDED',
  DUPLICATE_SIGNATURE: 'ALREADY_SIGNED',
  DUPLICATE_CONTEST: 'ALREADY_CONTESTED',
  DUPLICATE_REQUEST: 'VERSION_CONFLICT',
  CAMPAIGN_UNKNOWN: 'NOT_FOUND',
};

/** Turns anything thrown into a problem document. Unknown errors become an opaque 500. */
export function problemOf(thrown: unknown, requestId: string): FoundProblem {
  const found = expectedProblem(thrown);
  const { code, detail, errors, retryAfterMs } = found ?? INTERNAL;
  const { status, title } = PROBLEMS[code];
  const wait = status === 503 ? 5 : null;
  return {
    expected: found !== null,
    retryAfterSeconds: retryAfterMs === undefined ? wait : Math.ceil(retryAfterMs / 1000),
    document: {
      type: problemPath(code),
      title: title.en,
      titleZh: title.zh,
      status,
      detail,
      code,
      requestId,
      ...(errors === undefined || errors.length === 0 ? {} : { errors: [...errors] }),
    },
  };
}

const INTERNAL: Found = {
  code: 'INTERNAL',
  detail: 'Something went wrong here, and it is logged under the request id. Nothing was changed.',
};

function expectedProblem(thrown: unknown): Found | null {
  if (thrown instanceof RequestFault)
    return { code: thrown.code, detail: thrown.message, errors: thrown.errors };
  if (thrown instanceof Refusal) return refusalProblem(thrown);
  const status = statusOf(thrown);
  if (status === 404) return { code: 'NOT_FOUND', detail: 'There is nothing at this address.' };
  if (status === 413) return { code: 'BODY_TOO_LARGE', detail: 'The body is larger than this route takes.' };
  if (status === 415)
    return { code: 'CONTENT_TYPE_UNSUPPORTED', detail: 'This route does not read that content type.' };
  if (status === 400) return { code: 'MALFORMED_REQUEST', detail: 'The request cannot be read.' };
  return null;
}

function refusalProblem(refusal: Refusal): Found | null {
  const code = isProblemCode(refusal.code) ? refusal.code : SAME_AS[refusal.code];
  if (code === undefined) return null; // a refusal nobody expected here is a bug
  const { retryAfterMs } = refusal.details;
  return {
    code,
    detail: refusal.message,
    errors: faultsOf(refusal.details),
    ...(typeof retryAfterMs === 'number' ? { retryAfterMs } : {}),
  };
}

/** `errors` of a file or a case, or `findings` of a rulebook; only the fields the contract names get out. */
function faultsOf(details: Readonly<Record<string, unknown>>): readonly ProblemFault[] {
  const listed = details['errors'] ?? details['findings'];
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((fault: unknown) => {
    const read = problemFaultSchema.safeParse(fault);
    return read.success ? [read.data] : [];
  });
}

/** The status of an error of Nest or Fastify. */
function statusOf(thrown: unknown): number | null {
  if (typeof thrown !== 'object' || thrown === null) return null;
  if ('getStatus' in thrown && typeof thrown.getStatus === 'function') return Number(thrown.getStatus());
  if ('statusCode' in thrown && typeof thrown.statusCode === 'number') return thrown.statusCode;
  return null;
}
