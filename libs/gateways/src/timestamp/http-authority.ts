import { randomBytes } from 'node:crypto';
import type { TimestampAuthority } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import { readPem } from './certificate.js';
import { DerFault } from './der.js';
import { timestampRequest } from './timestamp-request.js';
import { readTimestampResponse, type TimestampResponse } from './timestamp-response.js';
import { checkTimestamp } from './timestamp-token.js';

export type TimestampSettings = {
  /** http or https; a token proves itself, so http does no harm but to availability. */
  readonly url: string;
  /** PEM of the authority's root certificates, or of its own. */
  readonly trusted: string;
  /** The policy asked for, dotted; null leaves it to the authority. */
  readonly policy: string | null;
  readonly timeoutMs: number;
};

const LARGEST_ANSWER = 65_536;
const REPLY = 'application/timestamp-reply';

/** Asks an authority over HTTP (RFC 3161 section 3.4) and checks its token before anybody keeps it. */
export function createTimestampAuthority(settings: TimestampSettings): TimestampAuthority {
  readPem(settings.trusted); // refused at start, not at the first stamp
  return {
    async stamp(hash) {
      const nonce = randomBytes(8);
      nonce[0] = 0x40 | ((nonce[0] ?? 0) & 0x3f); // positive, and eight bytes long
      const { policy, trusted } = settings;
      const answer = await post(settings, timestampRequest({ hash, nonce, policy }));
      const response = readResponse(answer);
      if (!response.granted) {
        const { text, failures } = response;
        const said = [text, ...failures].filter((word) => word !== '').join(', ');
        throw new Refusal(
          'TIMESTAMP_REFUSED',
          `The timestamp authority refused: ${said || 'without a word'}.`,
          {
            text,
            failures,
          },
        );
      }
      const checked = checkTimestamp(response.token, { hash, nonce, policy, trusted });
      if (!checked.ok) throw new Refusal('TIMESTAMP_INVALID', checked.reason, { reason: checked.code });
      return response.token;
    },
  };
}

function readResponse(answer: Uint8Array): TimestampResponse {
  try {
    return readTimestampResponse(answer);
  } catch (fault) {
    if (!(fault instanceof DerFault)) throw fault;
    const details = { reason: 'TOKEN_UNREADABLE' };
    throw new Refusal('TIMESTAMP_INVALID', 'The answer is no timestamp response.', details);
  }
}

async function post({ url, timeoutMs }: TimestampSettings, body: Uint8Array): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(timeoutMs);
  let problem = 'no answer'; // a fault's own words may name the address
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal,
      headers: { 'content-type': 'application/timestamp-query', accept: REPLY },
      body,
    });
    const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
    if (response.status === 200 && type === REPLY) {
      const answer = await readUpTo(response, LARGEST_ANSWER);
      if (answer !== null) return answer;
      problem = 'too long an answer';
    } else {
      await response.body?.cancel();
      problem = response.status === 200 ? 'an answer of another kind' : `HTTP ${response.status}`;
    }
  } catch {
    if (signal.aborted) problem = `no answer within ${timeoutMs} ms`;
  }
  throw new Refusal('TIMESTAMP_UNREACHABLE', `The timestamp authority gave ${problem}.`, { problem });
}

/** Null for a body that is longer; it is not read to its end. */
async function readUpTo(response: Response, largest: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    parts.push(part as Uint8Array);
    length += (part as Uint8Array).length;
    if (length > largest) return null; // leaving the loop cancels the rest
  }
  return Buffer.concat(parts);
}
