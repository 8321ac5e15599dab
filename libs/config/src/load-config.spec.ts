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
  });
});
