/**
 * What this process may write down. There is no field for a body, a query, a name, an address or a message:
 * a line holds the pattern of a route, never a path, and the ids of who and what, never who that is.
 */
export type ApiEvent =
  | {
      readonly event: 'request';
      readonly requestId: string;
      readonly method: string;
      readonly route: string;
      readonly status: number;
      readonly ms: number;
    }
  | {
      readonly event: 'problem';
      readonly requestId: string;
      readonly route: string;
      readonly code: string;
      readonly status: number;
    }
  | {
      readonly event: 'fault';
      readonly requestId: string | null;
      readonly error: string;
      readonly code: string | null;
      readonly frames: readonly string[];
    }
  | { readonly event: 'outbox'; readonly delivered: number }
  | { readonly event: 'ready'; readonly service: 'api'; readonly url: string }
  | { readonly event: 'stopped'; readonly service: 'api' };
export type ApiLog = (event: ApiEvent) => void;

/** A fault as an event: kind, code and where it happened. Messages are left out, they may quote input. */
export function faultEvent(requestId: string | null, error: unknown): ApiEvent {
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
