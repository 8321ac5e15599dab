import { ApplicationFailure } from '@temporalio/workflow';
import type { MessageRefusal } from '@kaoji/temporal-contract';

/**
 * Turns a refusal into what an Update validator throws: the caller gets the code, the history gets nothing.
 * Validators must stay synchronous: the SDK does not await one, so an async validator never refuses.
 */
export function refuseMessage(code: MessageRefusal | null): void {
  if (code !== null) throw ApplicationFailure.create({ message: code, type: code, nonRetryable: true });
}
