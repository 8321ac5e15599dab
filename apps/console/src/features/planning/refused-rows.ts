import type { RosterFault } from '../../api/planning.js';
import { ApiProblem } from '../../api/problem.js';

/** The faults of an import that was refused, by row and column; none of any other fault. */
export function faultsOf(fault: unknown): readonly RosterFault[] {
  if (!(fault instanceof ApiProblem) || fault.document.code !== 'ROSTER_INVALID') return [];
  return (fault.document.errors ?? []).map(({ row, column, code, message, messageZh }) => ({
    row: row ?? 1,
    column: column ?? '',
    code: code ?? '',
    message,
    messageZh: messageZh ?? message,
  }));
}
