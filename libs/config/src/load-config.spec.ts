import { describe, expect, it } from '@jest/globals';
import { ConfigFault, loadConfig, surveyVariables } from './index.js';

const secret = 'A'.repeat(43);

describe('loadConfig', () => {
  it('names every faulty variable and never shows a value', () => {
    const read = () =>
      loadConfig(surveyVariables, { DATABASE_URL: 'postgres://hunter2', KAOJI_LINK_KEYS: 'hunter3' });
    expect(read).toThrow(ConfigFault);
    expect(read).toThrow(/DATABASE_URL: not valid; KAOJI_LINK_KEYS: not valid/);
    expect(read).not.toThrow(/hunter/);
  });

  it('reads keys in order: the first signs, all of them verify', () => {
    const config = loadConfig(surveyVariables, {
      DATABASE_URL: 'sqlite::memory:',
      KAOJI_LINK_KEYS: `b:${secret},a:${secret}`,
    });
    expect(config.KAOJI_LINK_KEYS.map((key) => key.id)).toEqual(['b', 'a']);
    expect(config.KAOJI_SURVEY_PORT).toBe(3401);
    expect(config.KAOJI_SURVEY_PROXIES).toBeUndefined();
  });

  it('gives the survey its own database account where one is named', () => {
    const env = { DATABASE_URL: 'mariadb://staff@db/kaoji', KAOJI_LINK_KEYS: `a:${secret}` };
    const databaseOf = (own: string) =>
      loadConfig(surveyVariables, { ...env, KAOJI_SURVEY_DATABASE_URL: own }).DATABASE_URL;
    expect(databaseOf('mariadb://survey@db/kaoji')).toBe('mariadb://survey@db/kaoji');
    expect(databaseOf('')).toBe('mariadb://staff@db/kaoji');
    expect(() => databaseOf('db')).toThrow('KAOJI_SURVEY_DATABASE_URL: not valid');
  });

  it('reads the networks of proxies', () => {
    const env = { DATABASE_URL: 'sqlite::memory:', KAOJI_LINK_KEYS: `a:${secret}` };
    const proxies = (list: string) =>
      loadConfig(surveyVariables, { ...env, KAOJI_SURVEY_PROXIES: list }).KAOJI_SURVEY_PROXIES;
    expect(proxies('127.0.0.1,2001:db8::/32')).toEqual(['127.0.0.1', '2001:db8::/32']);
    expect(() => proxies('everyone')).toThrow('KAOJI_SURVEY_PROXIES: not valid');
  });
});
