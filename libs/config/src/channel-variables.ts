import { z } from 'zod';

const HERE = ['127.0.0.1', '[::1]', 'localhost'];

/** What is signed and carries contacts goes over TLS, unless it never leaves this machine. */
const guardedUrl = z.url({ protocol: /^https?$/ }).refine((text) => {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || HERE.includes(hostname);
});

const gatewaySchema = z.strictObject({
  url: guardedUrl,
  keyId: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/),
  secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/), // 32 bytes, base64url
  templates: z.strictObject({
    invitation: z.string().min(1),
    reminder: z.string().min(1),
    inbox: z.string().min(1).optional(), // to staff
  }),
  perSecond: z.number().min(0.1).max(1000).default(20),
  timeoutMs: z.int().min(100).max(60_000).default(10_000),
  attempts: z.int().min(1).max(10).default(4),
});

/** JSON of a message gateway (docs/message-gateways.md); empty is none. */
const gateway = z
  .string()
  .optional()
  .transform((text, context) => {
    if (text === undefined || text === '') return undefined;
    const parsed = gatewaySchema.safeParse(jsonOf(text));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom' }); // the variable is named, its value never shown
    return z.NEVER;
  });

/** `smtps://user:password@host:465?from=a@b`, or `smtp://` with STARTTLS unless `tls=none`; empty is none. */
const mailServer = z
  .string()
  .optional()
  .transform((text, context) => {
    if (text === undefined || text === '') return undefined;
    const server = readMailServer(text);
    if (server !== null) return server;
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  });

/** How residents are written to; all optional. */
export const channelVariables = {
  KAOJI_SMS_GATEWAY: gateway,
  KAOJI_WECHAT_GATEWAY: gateway,
  KAOJI_SMTP_URL: mailServer,
};

const MAIL_TIMEOUT_MS = 20_000;

function readMailServer(text: string) {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, searchParams } = new URL(text);
  const from = searchParams.get('from') ?? '';
  const tls = searchParams.get('tls') ?? 'starttls';
  if (hostname === '' || !/^[^\s@<>,]+@[^\s@<>,]+$/.test(from)) return null;
  if (!['smtp:', 'smtps:'].includes(protocol) || !['starttls', 'none'].includes(tls)) return null;
  const isTls = protocol === 'smtps:';
  return {
    host: hostname,
    port: port === '' ? (isTls ? 465 : 587) : Number(port),
    security: isTls ? ('tls' as const) : tls === 'none' ? ('none' as const) : ('starttls' as const),
    user: username === '' ? null : decodeURIComponent(username),
    password: username === '' ? null : decodeURIComponent(password),
    from,
    timeoutMs: MAIL_TIMEOUT_MS,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
