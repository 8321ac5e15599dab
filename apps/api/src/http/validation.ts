import { StandardSchemaValidationPipe } from '@nestjs/common';
import { RequestFault } from '../problems/request-fault.js';

const MOST_FAULTS = 100;

/** Checks bodies, queries and parameters against the schemas of the contract. */
export function createValidationPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => {
      const errors = issues.slice(0, MOST_FAULTS).map((issue) => ({
        path: (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.'),
        message: issue.message,
      }));
      const [first] = errors;
      const where = first === undefined || first.path === '' ? 'the request' : first.path;
      return new RequestFault('REQUEST_INVALID', `Check ${where}: ${first?.message ?? 'not valid'}.`, errors);
    },
  });
}
