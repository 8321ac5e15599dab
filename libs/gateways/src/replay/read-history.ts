import { historyFromJSON, type History } from '@temporalio/common/lib/proto-utils.js';
import type { KeptHistory } from '@kaoji/application';
import { readHistoryBytes } from '../temporal/archive/history-bytes.js';

/** A history from the server's JSON export or from the archive's bytes. Throws on what is neither. */
export function readKeptHistory(kept: KeptHistory): History {
  const history =
    kept.form === 'json' ? historyFromJSON(JSON.parse(kept.text)) : readHistoryBytes(kept.bytes);
  if ((history.events ?? []).length === 0) throw new TypeError('a history without events');
  return history;
}

/** The run's own id, as its first event has it. */
export function runIdOf({ events }: History): string | null {
  return events?.[0]?.workflowExecutionStartedEventAttributes?.originalExecutionRunId ?? null;
}
