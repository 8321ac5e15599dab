import type { Clock, InvitationChannel, SendOutcome } from '@kaoji/application';
import { backOffMs, retryAfterMs, type Pace } from './back-off.js';
import { closingDay, shortText } from './invitation-text.js';
import { DATE_HEADER, KEY_HEADER, SIGNATURE_HEADER, signatureOf } from './signed-request.js';
import { createTokenBucket } from './token-bucket.js';

/** A gateway that takes messages over HTTP (docs/message-gateways.md). `secret` is base64url. */
export type MessageGateway = {
  readonly url: string;
  readonly keyId: string;
  readonly secret: string;
  /** Templates registered with the gateway. */
  readonly templates: {
    readonly invitation: string;
    readonly reminder: string;
    /** Word to staff that something waits in their inbox; without it staff are not written to. */
    readonly inbox?: string | undefined;
  };
  readonly perSecond: number;
  readonly timeoutMs: number;
  readonly attempts: number;
};

/** A pause longer than this is left to whoever sends the rest later. */
const LONGEST_PAUSE_MS = 5_000;
const LATER_MS = 60_000;
const LATEST_MS = 86_400_000;
const MENDED_MS = 600_000;

/** One message as the gateway takes it. */
export type GatewayMessage = {
  readonly messageId: string;
  readonly template: string;
  readonly to: string;
  readonly params: Readonly<Record<string, string>>;
  readonly text: string;
};
type SenderDeps = { readonly clock: Clock; readonly pace: Pace };

/** Invitations and reminders to residents by SMS or WeChat text. See `createSender`. */
export function createMessageChannel(
  channel: 'sms' | 'wechat',
  gateway: MessageGateway,
  deps: SenderDeps,
): InvitationChannel {
  const send = createSender(gateway, deps);
  return {
    channel,
    send: (message) =>
      send({
        messageId: message.messageId,
        template: message.round === 0 ? gateway.templates.invitation : gateway.templates.reminder,
        to: message.to,
        params: {
          community: message.communityName,
          link: message.link,
          closes: closingDay(message.closesAt).zh,
        },
        text: shortText(message),
      }),
  };
}

/**
 * Sends SMS or WeChat texts through a gateway, at its rate. Tries again when it fails, does not answer or says 429
 * (as long as it says); the idempotency key keeps a second try from being a second message. Nothing thrown, nothing
 * logged: an outcome holds a code and never what was sent.
 */
export function createSender(
  gateway: MessageGateway,
  { clock, pace }: SenderDeps,
): (message: GatewayMessage) => Promise<SendOutcome> {
  const bucket = createTokenBucket(clock, {
    perSecond: gateway.perSecond,
    burst: Math.max(1, Math.floor(gateway.perSecond)),
  });
  return async (message) => {
    for (let attempt = 1; ; attempt += 1) {
      await pace.wait(bucket.take());
      const reply = await post(gateway, message, clock.now());
      const told = outcomeOf(reply);
      if (told !== null) return told;
      const asked = typeof reply === 'string' ? null : retryAfterMs(reply.retryAfter, clock.now());
      const pauseMs = Math.max(
        asked ?? 0,
        backOffMs(attempt, () => pace.random()),
      );
      if (attempt >= gateway.attempts || pauseMs > LONGEST_PAUSE_MS) {
        return { outcome: 'try_later', afterMs: Math.min(LATEST_MS, Math.max(pauseMs, asked ?? LATER_MS)) };
      }
      await pace.wait(pauseMs);
    }
  };
}

type Reply = { readonly status: number; readonly retryAfter: string | null } | 'no_answer';

async function post(gateway: MessageGateway, message: GatewayMessage, now: number): Promise<Reply> {
  const { pathname, search } = new URL(gateway.url);
  const body = JSON.stringify(message);
  const date = new Date(now).toISOString();
  const signature = signatureOf(gateway.secret, {
    method: 'POST',
    path: pathname + search,
    date,
    body,
    keyId: gateway.keyId,
  });
  try {
    const response = await fetch(gateway.url, {
      method: 'POST',
      redirect: 'manual', // a signed request is for whom it was signed
      signal: AbortSignal.timeout(gateway.timeoutMs),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': message.messageId,
        [DATE_HEADER]: date,
        [KEY_HEADER]: gateway.keyId,
        [SIGNATURE_HEADER]: signature,
      },
      body,
    });
    await response.body?.cancel(); // what it says may quote what was sent
    return { status: response.status, retryAfter: response.headers.get('retry-after') };
  } catch {
    return 'no_answer'; // a fault's cause may name the address
  }
}

const TRANSIENT: readonly number[] = [408, 425, 429];
/** Our key, our address: the operator's to mend, and no fault of the resident's number. */
const MISCONFIGURED: readonly number[] = [401, 403, 404, 405];

/** Null: worth another try soon. */
function outcomeOf(reply: Reply): SendOutcome | null {
  if (reply === 'no_answer' || reply.status >= 500 || TRANSIENT.includes(reply.status)) return null;
  const { status } = reply;
  // 409: the gateway has this message id already; an earlier try was taken though its answer was lost.
  if ((status >= 200 && status < 300) || status === 409) return { outcome: 'sent' };
  if (status < 400 || MISCONFIGURED.includes(status)) return { outcome: 'try_later', afterMs: MENDED_MS };
  return { outcome: 'failed', problem: `GATEWAY_${status}` };
}
