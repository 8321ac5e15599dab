import { describe, expect, it } from '@jest/globals';

import { databaseUrl } from '../src/database/database-url.mjs';
import { installedMatchesLock } from '../src/install/lock-match.mjs';
import { accountsTable } from '../src/start/demo-accounts.mjs';
import { serviceEnvironment } from '../src/start/service-environment.mjs';
import { keysText, logKeysText } from '../src/state/secrets.mjs';
import { serverArguments } from '../src/temporal/server-arguments.mjs';
import { isServerNewEnough } from '../src/temporal/temporal-version.mjs';

describe('databaseUrl', () => {
  it('is a SQLite file unless told otherwise', () => {
    expect(databaseUrl(undefined, '/here/kaoji.sqlite')).toEqual({
      url: 'sqlite:/here/kaoji.sqlite',
      embedded: true,
    });
  });

  it.each(['mariadb://u:p@db/kaoji', 'mysql://u:p@db/kaoji'])('passes %s through', (url) => {
    expect(databaseUrl(url, '/here')).toEqual({ url, embedded: false });
  });

  it('refuses another kind without repeating the password in it', () => {
    const refused = databaseUrl('postgres://u:hunter2@db/kaoji', '/here');
    expect(refused).toHaveProperty('fault');
    expect(JSON.stringify(refused)).not.toContain('hunter2');
  });
});

describe('installedMatchesLock', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'apps/api': { version: '0.1.0' },
      'node_modules/zod': { version: '4.6.7' },
      'node_modules/@kaoji/api': { link: true },
      'node_modules/fsevents': { version: '2.3.3', optional: true },
    },
  };
  const installed = {
    packages: { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/@kaoji/api': { link: true } },
  };

  it('holds when only packages for other platforms are absent', () => {
    expect(installedMatchesLock(lock, installed)).toBe(true);
  });

  it.each([
    { rule: 'another version', zod: { version: '4.6.6' } },
    { rule: 'a missing package', zod: undefined },
  ])('fails on $rule', ({ zod }) => {
    const { 'node_modules/zod': _, ...rest } = installed.packages;
    expect(installedMatchesLock(lock, { packages: zod ? { ...rest, 'node_modules/zod': zod } : rest })).toBe(
      false,
    );
  });
});

describe('isServerNewEnough', () => {
  it.each([
    ['temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)', true],
    ['temporal version 0.0.0-DEV (Server 1.31.2, UI 2.50.0)', true],
    ['temporal version 1.3.0 (Server 1.27.1, UI 2.36.0)', false],
    ['tctl 1.18.0', false],
  ])('%s: %s', (line, enough) => {
    expect(isServerNewEnough(line)).toBe(enough);
  });
});

describe('serverArguments', () => {
  it('runs on a file with a write-ahead log, on the loopback interface only', () => {
    const line = serverArguments({ port: 1, uiPort: 2, databaseFile: 'f', namespace: 'n' }).join(' ');
    expect(line).toContain(
      '--db-filename f --sqlite-pragma journal_mode=WAL --sqlite-pragma synchronous=NORMAL',
    );
    expect(line).toContain('--ip 127.0.0.1 --port 1 --ui-port 2');
  });

  it('leaves the UI out where none is wanted', () => {
    expect(serverArguments({ port: 1, uiPort: null, databaseFile: 'f', namespace: 'n' })).toContain(
      '--headless',
    );
  });
});

describe('serviceEnvironment', () => {
  const setting = {
    databaseUrl: 'sqlite:f',
    temporalAddress: '127.0.0.1:7233',
    temporalNamespace: 'default',
    ports: { api: 1, survey: 2, worker: 3 },
    linkKeys: keysText([
      { id: 'new', key: 'AA' },
      { id: 'old', key: 'BB' },
    ]),
    contactKeys: keysText([{ id: 'c', key: 'CC' }]),
    personKeys: keysText([{ id: 'p', key: 'PP' }]),
    logKeys: logKeysText([{ name: 'log', suite: 'intl' as const, key: 'LL' }]),
    witness: '/witness',
    archive: 'file:/archive',
    bundle: '/b.js',
    buildId: 'b1',
    consoleFolder: '/console',
  };

  it('keeps the user’s variables, and ours win', () => {
    const env = serviceEnvironment({ LANG: 'zh_CN', KAOJI_API_PORT: '9', NODE_ENV: 'production' }, setting);
    expect(env).toMatchObject({ LANG: 'zh_CN', KAOJI_API_PORT: '1', NODE_ENV: 'production' });
  });

  it('names the signing key first', () => {
    expect(serviceEnvironment({}, setting)['KAOJI_LINK_KEYS']).toBe('new:AA,old:BB');
  });
});

describe('accountsTable', () => {
  it('shows one account of each role and how many share it', () => {
    const accounts = [
      { role: 'hr_officer', username: 'hr', password: 'p1' },
      { role: 'appraisee', username: 'worker-001', password: 'p2' },
      { role: 'appraisee', username: 'worker-002', password: 'p2' },
    ];
    const table = accountsTable(JSON.stringify({ accounts }));
    expect(table).toMatch(/hr_officer +hr +p1 +1/);
    expect(table).toMatch(/appraisee +worker-001 +p2 +2/);
    expect(table).not.toContain('worker-002');
  });
});
