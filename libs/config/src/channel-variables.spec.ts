import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { channelVariables } from './channel-variables.js';
import { loadConfig } from './load-config.js';

const variables = z.object(channelVariables);
const secret = 'A'.repeat(43);
const gateway = {
  url: 'https://gateway.example/send',
  keyId: 'kaoji-1',
  secret,
  templates: { invitation: 'T1', reminder: 'T2' },
};
const sms = (over: object) =>
  loadConfig(variables, { KAOJI_SMS_GATEWAY: JSON.stringify({ ...gateway, ...over }) });
const smtp = (url: string) => loadConfig(variables, { KAOJI_SMTP_URL: url }).KAOJI_SMTP_URL;

describe('channels', () => {
  it('are none unless named', () => {
    for (const env of [{}, { KAOJI_SMS_GATEWAY: '', KAOJI_WECHAT_GATEWAY: '', KAOJI_SMTP_URL: '' }]) {
      expect(Object.values(loadConfig(variables, env)).filter((value) => value !== undefined)).toEqual([]);
    }
  });
});

describe('a message gateway', () => {
  it('has a rate, a timeout and a number of tries unless told otherwise', () => {
    expect(sms({}).KAOJI_SMS_GATEWAY).toEqual({ ...gateway, perSecond: 20, timeoutMs: 10_000, attempts: 4 });
    expect(sms({ perSecond: 2, attempts: 1 }).KAOJI_SMS_GATEWAY).toMatchObject({ perSecond: 2, attempts: 1 });
  });

  it('on this machine may do without TLS', () => {
    expect(sms({ url: 'http://127.0.0.1:8080/send' }).KAOJI_SMS_GATEWAY?.url).toBe(
      'http://127.0.0.1:8080/send',
    );
  });

  it.each([
    { over: { url: 'http://gateway.example/send' } },
    { over: { url: 'ftp://gateway.example' } },
    { over: { secret: 'hunter2' } },
    { over: { keyId: 'a\nb' } },
    { over: { templates: {} } },
    { over: { unknown: 1 } },
    { over: { attempts: 0 } },
  ])('is refused by name and without its value: $over', ({ over }) => {
    expect(() => sms(over)).toThrow(/KAOJI_SMS_GATEWAY: not valid$/);
    expect(() => sms(over)).not.toThrow(/hunter2|gateway\.example|kaoji-1/);
  });

  it('is refused when it is no JSON', () => {
    expect(() => loadConfig(variables, { KAOJI_WECHAT_GATEWAY: '{' })).toThrow(
      /KAOJI_WECHAT_GATEWAY: not valid$/,
    );
  });
});

describe('a mail server', () => {
  it.each([
    ['smtps://kaoji:p%40ss@mail.example?from=a@b.example', 465, 'tls', 'kaoji', 'p@ss'],
    ['smtp://kaoji:x@mail.example?from=a@b.example', 587, 'starttls', 'kaoji', 'x'],
    ['smtp://mail.example:25?from=a@b.example&tls=none', 25, 'none', null, null],
  ])('%s', (url, port, security, user, password) => {
    expect(smtp(url)).toMatchObject({
      host: 'mail.example',
      port,
      security,
      user,
      password,
      from: 'a@b.example',
    });
  });

  it.each([
    'mail.example',
    'https://mail.example?from=a@b.example',
    'smtp://mail.example',
    'smtp://mail.example?from=nobody',
    'smtp://mail.example?from=a@b,c@d',
    'smtp://hunter2@mail.example?from=a@b.example&tls=maybe',
  ])('%s is refused by name and without its value', (url) => {
    expect(() => smtp(url)).toThrow(/KAOJI_SMTP_URL: not valid$/);
    expect(() => smtp(url)).not.toThrow(/hunter2/);
  });
});
