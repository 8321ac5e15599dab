import { describe, expect, it } from '@jest/globals';
import { demoPlaces } from '../demo/demo-places.js';
import { STORIES, storyOf, wavesOf, type Story } from './community-stories.js';

describe('storyOf', () => {
  it.each([48, 2000])('tells every story at least once among the communities of %i people', (size) => {
    const places = demoPlaces('demo', size);
    const told = new Set(places.communities.map(({ id }) => storyOf(places, id)));
    expect([...told].sort()).toEqual(Object.keys(STORIES).sort());
  });
});

describe('wavesOf', () => {
  const enough = 50; // valid ballots the national rulebook asks for
  it.each<{ story: Story; first: boolean }>([
    { story: 'valid', first: true },
    { story: 'assisted', first: true },
    { story: 'extends', first: false },
    { story: 'never_valid', first: false },
  ])('$story: the first wave of sixty is enough: $first', ({ story, first }) => {
    expect(wavesOf(story, 60).first >= enough).toBe(first);
  });

  it('lets staff fill in some, within a fifth', () => {
    const { assisted } = wavesOf('assisted', 60);
    expect(assisted).toBeGreaterThan(0);
    expect(assisted * 5).toBeLessThanOrEqual(60);
  });
});
