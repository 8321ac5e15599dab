import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { createKeys } from './idempotency.js';
import { ApiProblem } from './problem.js';

type Change<Asked, Answer> = {
  /** Asks the service; `key` goes as its Idempotency-Key. */
  readonly ask: (asked: Asked, key: string) => Promise<Answer>;
  readonly onDone?: (answer: Answer, asked: Asked) => void;
};

/**
 * One change at the service. What is on screen is read again afterwards, also after a refusal: a 409 says that
 * what was seen is no longer so. Whatever was answered, a refusal too, stays the answer of its key: the next asking
 * takes a new one, and only what got no answer is asked again under the same.
 */
export function useChange<Asked, Answer>({
  ask,
  onDone,
}: Change<Asked, Answer>): UseMutationResult<Answer, Error, Asked> {
  const queries = useQueryClient();
  const [keys, setKeys] = useState(() => createKeys());
  return useMutation({
    mutationFn: (asked: Asked) => ask(asked, keys(asked)),
    onSuccess: (answer, asked) => {
      setKeys(() => createKeys());
      onDone?.(answer, asked);
    },
    onError: (fault) => {
      if (wasAnswered(fault)) setKeys(() => createKeys());
    },
    onSettled: (_answer, fault) => (readingHelps(fault) ? queries.invalidateQueries() : undefined),
  });
}

/** Without a connection, or a session, every reading would fail alike. */
function readingHelps(fault: Error | null): boolean {
  return !(fault instanceof ApiProblem) || ![0, 401].includes(fault.document.status);
}

function wasAnswered(fault: Error): boolean {
  return fault instanceof ApiProblem && fault.document.status >= 400 && fault.document.status < 500;
}
