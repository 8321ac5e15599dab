/**
 * What this process may write down. There is no field for an address, a header, a URL or a message: a line
 * holds the pattern of a route, never a path, so that no link can stand in it.
 */
export type LogEvent = RequestEvent | FaultEvent;
export type RequestEvent = {
  readonly event: 'request';
  readonly requestId: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
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
