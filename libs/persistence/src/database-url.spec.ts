import { describe, expect, it } from '@jest/globals';
import { Refusal } from '@kaoji/domain';
import { parseDatabaseUrl } from './database-url.js';

function refusalOf(url: string): Refusal {
  try {
    parseDatabaseUrl(url);
  } catch (fault) {
    if (fault instanceof Refusal) return fault;
    throw fault;
  }
  throw new Error(`accepted ${url}`);
}

describe('parseDatabaseUrl', () => {
  it.each([
    ['sqlite::memory:', { kind: 'sqlite', file: ':memory:' }],
    ['sqlite:data/kaoji.db', { kind: 'sqlite', file: 'data/kaoji.db' }],
    ['sqlite:/srv/kaoji.db', { kind: 'sqlite', file: '/srv/kaoji.db' }],
    ['sqlite:///srv/kaoji.db', { kind: 'sqlite', file: '/srv/kaoji.db' }],
  ])('reads %s', (url, address) => {
    expect(parseDatabaseUrl(url)).toEqual(address);
  });

  it('reads a server address, its password unescaped and its port defaulted', () => {
    expect(parseDatabaseUrl('mariadb://kaoji:p%40ss%2F@db.example/kaoji')).toEqual({
      kind: 'mariadb',
      host: 'db.example',
      port: 3306,
      username: 'kaoji',
      password: 'p@ss/',
      database: 'kaoji',
      tls: false,
    });
    expect(parseDatabaseUrl('mysql://kaoji@db.example:3307/kaoji?tls=true')).toMatchObject({
      kind: 'mysql',
      port: 3307,
      password: '',
      tls: true,
    });
  });

  it.each([
    ['', 'names no database we know'],
    ['kaoji.db', 'names no database we know'],
    ['postgres://kaoji@db.example/kaoji', 'names no database we know'],
    ['sqlite:', 'names no file'],
    ['sqlite://kaoji.db', 'names no file'],
    ['mariadb:kaoji', 'names no host'],
    ['mariadb://kaoji:secret-word@:3306/kaoji', 'cannot be read'],
    ['mariadb://kaoji:secret-word@db.example:99999/kaoji', 'cannot be read'],
    ['mariadb://db.example/kaoji', 'names no user'],
    ['mariadb://kaoji:secret-word@db.example', 'names no database'],
    ['mariadb://kaoji:secret-word@db.example/kaoji;drop', 'names no database'],
    ['mariadb://kaoji:secret-word@db.example/kaoji?charset=latin1', "unknown setting 'charset'"],
    ['mariadb://kaoji:secret-word@db.example/kaoji?tls=maybe', 'neither true nor false'],
  ])('refuses %s with DATABASE_URL_INVALID, saying why and never the password', (url, reason) => {
    const refusal = refusalOf(url);
    expect(refusal.code).toBe('DATABASE_URL_INVALID');
    expect(refusal.message).toContain(reason);
    expect(JSON.stringify([refusal.message, refusal.details])).not.toContain('secret-word');
  });
});
