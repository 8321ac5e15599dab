import type { ProblemCode, ProblemFault } from '@kaoji/http-contract';

/** What is wrong with a request before any use case saw it. */
export class RequestFault extends Error {
  override readonly name = 'RequestFault';
  constructor(
    readonly code: ProblemCode,
    message: string,
    readonly errors: readonly ProblemFault[] = [],
  ) {
    super(message);
  }
}
