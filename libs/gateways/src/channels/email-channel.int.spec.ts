import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { InvitationMessage, SendOutcome } from '@kaoji/application';
import { selfSigned } from '../testing/self-signed.js';
import { createEmailChannel, type MailServer } from './email-channel.js';

const TO = 'yanshi.resident@example.com';
const LINK =
  'https://survey.test/s/DEMO-LINK-NOBODY-MAY-SEE-ABCDEFGHIJKLMNOPQRSTUVWXYZ-abcdefghijklmnopqrstuvwxyz';
const message: InvitationMessage = {
  messageId: 'invitation-1.0',
  round: 0,
  to: TO,
  link: LINK,
  communityName: '演示社区',
  closesAt: Date.parse('2026-03-20T15:59:59.999Z'),
};
const tls = selfSigned(Date.now());

type Mail = {
  readonly raw: string;
  readonly secure: boolean;
  readonly user: unknown;
  readonly to: readonly string[];
};
let closing: (() => Promise<unknown>)[] = [];
let mails: Mail[] = [];
afterEach(async () => {
  await Promise.all(closing.map((close) => close()));
  closing = [];
  mails = [];
  jest.restoreAllMocks();
});

/** A mail server in this process that keeps what it is given. */
async function mailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const server = new SMTPServer({
    ...tls,
    authOptional: true,
    logger: false,
    disableReverseLookup: true,
    closeTimeout: 20,
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const { secure, user, envelope } = session;
        const to = envelope.rcptTo.map(({ address }) => address);
        mails.push({ raw: Buffer.concat(pieces).toString('utf8'), secure, user, to });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined); // a client that turns away during TLS
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  closing.push(() => new Promise<void>((resolve) => server.close(resolve)));
  const { port } = server.server.address() as AddressInfo;
  return {
    host: '127.0.0.1',
    port,
    security: 'starttls',
    user: null,
    password: null,
    from: 'survey@example.gov.cn',
    trusted: tls.cert,
    timeoutMs: 2_000,
  };
}

/** Sends, and makes sure that neither the address nor the link got anywhere but into the mail. */
async function send(server: MailServer, sent = message): Promise<SendOutcome> {
  const printed: string[] = [];
  const note = (...words: unknown[]) => void printed.push(words.map(String).join(' '));
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    jest.spyOn(console, name).mockImplementation(note);
  }
  const channel = createEmailChannel(server);
  const outcome = await channel.send(sent);
  expect(`${JSON.stringify(outcome)} ${printed.join('\n')}`).not.toMatch(/yanshi|NOBODY-MAY-SEE/);
  return outcome;
}

const refusal = (responseCode: number) =>
  Object.assign(new Error(`<${TO}> ${LINK} refused`), { responseCode });

describe('an e-mail', () => {
  it('is plain text in Chinese and English, with the whole link in one line and nothing to load', async () => {
    expect(await send(await mailServer())).toEqual({ outcome: 'sent' });
    const [mail] = mails;
    const [head = '', body = ''] = (mail?.raw ?? '').split('\r\n\r\n', 2);
    expect(mail?.to).toEqual([TO]);
    expect(head).toMatch(/^Content-Type: text\/plain; charset=utf-8$/im);
    expect(head).toMatch(/^Message-ID: <invitation-1\.0@example\.gov\.cn>$/im);
    expect(head).not.toMatch(/^(List-|X-Mailer|.*multipart)/im);
    const text = decoded(head, mail?.raw.slice(head.length + 4) ?? body);
    expect(text.split(/\r?\n/)).toContain(LINK);
    expect(text).toContain('演示社区');
    expect(text).toContain('2026年3月20日');
    expect(text).toContain('nobody can see who answered what');
    expect(text).not.toMatch(/<(img|a|html)\b/i);
  });

  it('is told from its reminder by its id', async () => {
    await send(await mailServer(), { ...message, messageId: 'invitation-1.1', round: 1 });
    expect(mails[0]?.raw).toMatch(/^Message-ID: <invitation-1\.1@/im);
  });

  it.each(['a@example.com, b@example.com', 'a@example.com\r\nBcc: b@example.com', 'no address'])(
    'goes to one mailbox or to none: %p',
    async (to) => {
      const outcome = await send(await mailServer(), { ...message, to });
      for (const mail of mails) {
        expect(mail.to).toHaveLength(1);
        expect(mail.raw).not.toMatch(/^bcc:/im);
      }
      if (mails.length === 0) expect(outcome.outcome).toBe('failed');
    },
  );
});

describe('a mail server', () => {
  it('with STARTTLS is spoken to in TLS, with a password where it asks for one', async () => {
    const server = await mailServer({
      authOptional: false,
      onAuth: ({ username, password }, _session, done) =>
        password === 'right' ? done(null, { user: username }) : done(refusal(535)),
    });
    expect(await send({ ...server, user: 'kaoji', password: 'right' })).toEqual({ outcome: 'sent' });
    expect(mails).toMatchObject([{ secure: true, user: 'kaoji' }]);
  });

  it('with TLS from the first byte is spoken to so', async () => {
    const server = await mailServer({ secure: true });
    expect(await send({ ...server, security: 'tls' })).toEqual({ outcome: 'sent' });
    expect(mails).toMatchObject([{ secure: true }]);
  });

  it('without TLS gets mail when configured so', async () => {
    const server = await mailServer({ disabledCommands: ['STARTTLS'] });
    expect(await send({ ...server, security: 'none' })).toEqual({ outcome: 'sent' });
    expect(mails).toMatchObject([{ secure: false }]);
  });

  it('that offers no STARTTLS where it should gets nothing', async () => {
    const server = await mailServer({ disabledCommands: ['STARTTLS'] });
    expect(await send(server)).toMatchObject({ outcome: 'try_later' });
    expect(mails).toEqual([]);
  });

  it('whose certificate nobody trusts gets nothing', async () => {
    const { trusted: _trusted, ...server } = await mailServer();
    expect(await send(server)).toMatchObject({ outcome: 'try_later' });
    expect(mails).toEqual([]);
  });

  it('that does not know us is the operator’s to mend: later', async () => {
    const server = await mailServer({
      authOptional: false,
      onAuth: (_auth, _session, done) => done(refusal(535)),
    });
    const outcome = await send({ ...server, user: 'kaoji', password: 'wrong' });
    expect(outcome).toEqual({ outcome: 'try_later', afterMs: 600_000 });
  });

  it.each([
    [421, { outcome: 'try_later', afterMs: 300_000 }],
    [450, { outcome: 'try_later', afterMs: 300_000 }],
    [550, { outcome: 'failed', problem: 'SMTP_550' }],
    [553, { outcome: 'failed', problem: 'SMTP_553' }],
  ])('that answers the address with %i', async (code, outcome) => {
    const server = await mailServer({ onRcptTo: (_address, _session, done) => done(refusal(code)) });
    expect(await send(server)).toEqual(outcome);
  });

  it('that refuses the text with 554 refuses for good', async () => {
    const server = await mailServer({
      onData(stream, _session, done) {
        stream.resume();
        stream.on('end', () => done(refusal(554)));
      },
    });
    expect(await send(server)).toEqual({ outcome: 'failed', problem: 'SMTP_554' });
  });

  it('that is away, or says nothing, is tried later', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    closing.push(async () => silent.close());
    const server = await mailServer();
    const { port } = silent.address() as AddressInfo;
    for (const gone of [1, port]) {
      const outcome = await send({ ...server, port: gone, timeoutMs: 100 });
      expect(outcome).toEqual({ outcome: 'try_later', afterMs: 300_000 });
    }
  });
});

function decoded(head: string, body: string): string {
  const encoding = /^Content-Transfer-Encoding: (\S+)/im.exec(head)?.[1] ?? '';
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
