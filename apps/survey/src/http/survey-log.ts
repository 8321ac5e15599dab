/**
 * What this process may write down. There is no field for an address, a header, a URL or a message, and no
 * line for a request: the time of a line beside the route of a request would say when somebody answered.
 */
export type LogEvent = RequestCountsEvent | FaultEvent;
/** How many requests there were since the last such line, by the pattern of their route and their status. */
export type RequestCountsEvent = {
  readonly event: 'requests';
  readonly counts: readonly {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly count: number;
  }[];
};
export type FaultEvent = {
  readonly event: 'fault';
  readonly requestId: string;
  readonly error: string;
  readonly code: string | null;
  readonly frames: readonly string[];
};
export type SurveyLog = (event: LogEvent) => void;

/** A fault as a log event: kind, code and where it happened. Messages are left out, they may quote input. */
export function faultEvent(requestId: string, error: unknown): FaultEvent {
  const isError = error instanceof Error;
  const code = isError && 'code' in error && typeof error.code === 'string' ? error.code : null;
  const frames = isError ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  return {
    event: 'fault',
    requestId,
    error: isError ? error.name : typeof error,
    code,
    frames: frames.slice(0, 12).map((line) => line.trim()),
  };
}
