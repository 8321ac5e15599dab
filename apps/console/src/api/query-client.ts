import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { sessionEnded } from '../session/session-state.js';
import { ApiProblem, codeOf } from './problem.js';

/** Signing in again helps; asking again does not. */
const SIGNED_OUT = ['NOT_SIGNED_IN', 'CSRF_TOKEN_WRONG'];

function notice(fault: unknown, quiet: unknown): void {
  if (quiet !== true && SIGNED_OUT.includes(codeOf(fault) ?? '')) sessionEnded();
}

/** A server that is away or busy is asked again twice; a refusal stands. */
function asksAgain(failures: number, fault: unknown): boolean {
  const status = fault instanceof ApiProblem ? fault.document.status : 500;
  return failures < 2 && (status === 0 || status === 503);
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (fault, query) => notice(fault, query.meta?.['quiet']) }),
  mutationCache: new MutationCache({
    onError: (fault, _asked, _context, mutation) => notice(fault, mutation.meta?.['quiet']),
  }),
  defaultOptions: {
    queries: { retry: asksAgain, staleTime: 10_000, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});
