import { setTimeout as pause } from 'node:timers/promises';
import { actBody, actHeaders, actPath, type WantedAct } from '../../bench/approvals/act-requests.js';

/** What a person was told of an act at last. */
export type Told = {
  readonly act: WantedAct;
  readonly status: number;
  /** The act's own id, where it was accepted. */
  readonly id: string | null;
  readonly code: string | null;
  /** Answers of 503 before that, and those of them without Retry-After. */
  readonly unavailable: number;
  readonly withoutRetryAfter: number;
};
type Answer = {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: { readonly act?: string; readonly code?: string };
};

const AGAIN_AFTER_MS = 100;
const PATIENCE_MS = 900_000;

/** One request; null when no answer came. */
export async function sendOnce(url: string, act: WantedAct): Promise<Answer | null> {
  try {
    const sent = { method: 'POST', headers: actHeaders(act), body: actBody(act) };
    const response = await fetch(url + actPath(act), sent);
    const body = (await response.json()) as Answer['body'];
    return { status: response.status, retryAfter: response.headers.get('retry-after'), body };
  } catch {
    return null;
  }
}

/** Sends an act with its one key until it is accepted or refused, as a patient person does. */
export async function insist(url: string, act: WantedAct): Promise<Told> {
  const waited = { unavailable: 0, withoutRetryAfter: 0 };
  for (
    const until = performance.now() + PATIENCE_MS;
    performance.now() < until;
    await pause(AGAIN_AFTER_MS)
  ) {
    const answer = await sendOnce(url, act);
    if (answer === null) continue;
    const { status, retryAfter, body } = answer;
    if (status !== 503) {
      return {
        act,
        status,
        id: status === 200 ? (body.act ?? null) : null,
        code: body.code ?? null,
        ...waited,
      };
    }
    waited.unavailable += 1;
    if (retryAfter === null) waited.withoutRetryAfter += 1;
  }
  return { act, status: 0, id: null, code: null, ...waited };
}
