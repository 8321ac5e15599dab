import type { ProblemDocument } from '@kaoji/http-contract';

/** What the service refused, as RFC 9457 says it; or that it could not be reached, which has status 0. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly document: ProblemDocument;
  /** Seconds to wait, where the service names them. */
  readonly retryAfter: number | null;

  constructor(document: ProblemDocument, retryAfter: number | null = null) {
    super(document.detail);
    this.document = document;
    this.retryAfter = retryAfter;
  }
}

export const UNREACHABLE = 'UNREACHABLE';

/** The problem of an answer that is not ok; whatever stands before the service may answer with something else. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const wait = Number(response.headers.get('retry-after'));
  const retryAfter = Number.isFinite(wait) && wait > 0 ? wait : null;
  if ((response.headers.get('content-type') ?? '').startsWith('application/problem+json')) {
    return new ApiProblem((await response.json()) as ProblemDocument, retryAfter);
  }
  return new ApiProblem(
    {
      type: 'about:blank',
      title: 'The service could not answer',
      titleZh: '服务暂时无法应答',
      status: response.status,
      detail: `Status ${response.status}.`,
      code: response.status >= 500 ? 'INTERNAL' : 'NOT_FOUND',
      requestId: response.headers.get('x-request-id') ?? '',
    },
    retryAfter,
  );
}

/** No answer at all: the network, or the service, is away. Nothing is known of what was asked. */
export function unreachable(): ApiProblem {
  return new ApiProblem({
    type: 'about:blank',
    title: 'No connection',
    titleZh: '网络未连接',
    status: 0,
    detail: 'The service could not be reached. What you wrote is still here: try again.',
    code: UNREACHABLE,
    requestId: '',
  });
}

/** The code of a problem, or null of any other fault. */
export function codeOf(fault: unknown): string | null {
  return fault instanceof ApiProblem ? fault.document.code : null;
}
