import { describe, expect, it } from '@jest/globals';
import { createTurns } from './turns.js';

describe('createTurns', () => {
  it('lets the next one in when the last has ended, failed or not, in order of arrival', async () => {
    const turns = createTurns();
    const story: string[] = [];
    const piece = (name: string, fails: boolean) =>
      turns(async () => {
        story.push(`${name} begins`);
        await Promise.resolve();
        story.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const results = await Promise.allSettled([piece('a', false), piece('b', true), piece('c', false)]);
    expect(story).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
