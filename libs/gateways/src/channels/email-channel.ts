import { createTransport } from 'nodemailer';
import type { InvitationChannel, SendOutcome } from '@kaoji/application';
import { mailText } from './invitation-text.js';

/** A mail server that sends for us. */
export type MailServer = {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte, `starttls` before anything is said, or `none` on a network of our own. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string | null;
  readonly password: string | null;
  readonly from: string;
  /** Certificates (PEM) trusted beside the usual ones: a mail server inside the house. */
  readonly trusted?: string;
  readonly timeoutMs: number;
};

const LATER_MS = 300_000;
const MENDED_MS = 600_000;

/**
 * Sends invitations as plain text in Chinese and English. A mailbox that does not exist fails for good; a server that
 * is away, busy or does not know us is tried later. One connection a mail: none is held open that a stopping process
 * would have to close. Nothing thrown, nothing logged: an outcome holds a code.
 */
export function createEmailChannel(server: MailServer): InvitationChannel {
  const { security, timeoutMs } = server;
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(server.user === null ? {} : { auth: { user: server.user, pass: server.password ?? '' } }),
    ...(server.trusted === undefined ? {} : { tls: { ca: server.trusted } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
    debug: false,
  });
  return {
    channel: 'email',
    async send(message): Promise<SendOutcome> {
      try {
        await transport.sendMail({
          from: { name: '', address: server.from },
          to: { name: '', address: message.to }, // an object: no list, no header can hide in it
          messageId: `<${message.messageId}@${server.from.split('@')[1] ?? 'kaoji'}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
          ...mailText(message),
        });
        return { outcome: 'sent' };
      } catch (fault) {
        return outcomeOf(fault);
      }
    },
  };
}

/** What a server said holds addresses: only its number is kept. */
function outcomeOf(fault: unknown): SendOutcome {
  const { code, responseCode } = fault as { readonly code?: unknown; readonly responseCode?: unknown };
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'ETLS')
    return { outcome: 'try_later', afterMs: MENDED_MS };
  if (typeof responseCode === 'number' && responseCode >= 500 && responseCode < 600) {
    return { outcome: 'failed', problem: `SMTP_${responseCode}` };
  }
  if (code === 'EENVELOPE' && responseCode === undefined)
    return { outcome: 'failed', problem: 'ADDRESS_UNUSABLE' };
  return { outcome: 'try_later', afterMs: LATER_MS };
}
