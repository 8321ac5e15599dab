import { Refusal } from '@kaoji/domain';
import { ConfigFault } from '@kaoji/config';
import { CommanderError } from 'commander';
import type { Terminal } from './terminal.js';

export type FailureOptions = { readonly debug: boolean; readonly json: boolean };

/**
 * Ends a failed command: one line `kaoji: CODE: sentence` and exit 2 for bad input, usage and what the
 * machine does not offer (no such file, no connection), with `json` also the whole refusal as one line of JSON on
 * standard output; exit 3, and the place with `debug`, for a fault of Kaoji itself.
 */
export function reportFailure(terminal: Terminal, error: unknown, { debug, json }: FailureOptions): void {
  if (error instanceof CommanderError) {
    // Commander has already written its line, and help and version are no failures.
    terminal.setExitCode(error.exitCode === 0 ? 0 : 2);
    return;
  }
  const refusal = asRefusal(error);
  if (refusal !== null) {
    const { code, message, details } = refusal;
    terminal.err(failureLine(code, message));
    if (json) terminal.out(JSON.stringify({ format: 'kaoji-error/1', code, message, details }));
    terminal.setExitCode(2);
    return;
  }
  const message = error instanceof Error ? error.message : String(error);
  terminal.err(failureLine('UNEXPECTED', `${message} (a fault of Kaoji itself; --debug shows where)`));
  if (debug && error instanceof Error && error.stack !== undefined) terminal.err(error.stack);
  terminal.setExitCode(3);
}

/** One line, whatever the sentence holds. */
export function failureLine(code: string, sentence: string): string {
  return `kaoji: ${code}: ${sentence.replace(/\s+/gu, ' ').trim()}`;
}

function asRefusal(error: unknown): Pick<Refusal, 'code' | 'message' | 'details'> | null {
  if (error instanceof Refusal) return error;
  if (error instanceof ConfigFault) {
    return { code: 'CONFIG_INVALID', message: error.message, details: { faults: error.faults } };
  }
  return null;
}
