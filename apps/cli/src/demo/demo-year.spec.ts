import { describe, expect, it } from '@jest/globals';
import { SPECIAL_CASES } from './demo-person.js';
import { demoYear } from './demo-year.js';

describe('demoYear', () => {
  const { places, people } = demoYear('demo', 48, 'a', 2025);

  it('holds 48 people in three units and six communities', () => {
    expect([people.length, places.units.length, places.communities.length]).toEqual([48, 3, 6]);
  });

  it('shows every special case at least once', () => {
    const shown = new Set(people.map((person) => person.special));
    expect(Object.keys(SPECIAL_CASES).filter((one) => !shown.has(one as keyof typeof SPECIAL_CASES))).toEqual(
      [],
    );
  });

  it('gives the same people for the same seed, and another year for another', () => {
    expect(demoYear('demo', 48, 'a', 2025)).toEqual({ places, people });
    expect(demoYear('demo', 48, 'b', 2025).people).not.toEqual(people);
  });

  it('asks all residents of a community for the same number of ballots', () => {
    for (const community of places.communities) {
      const sizes = people
        .filter((one) => one.communityId === community.id)
        .map((one) => one.satisfaction.of);
      expect(new Set(sizes).size).toBe(1);
    }
  });

  it('lets two people tie in everything a tie-break reads', () => {
    const [first, second] = people.filter((one) => one.special === 'tie_on_line');
    expect({ ...first, id: '', name: '' }).toEqual({ ...second, id: '', name: '' });
  });

  it('measures the households visited of everyone who works a grid, and of nobody else', () => {
    for (const { posts, facts } of people) {
      expect('visit_coverage' in facts).toBe(posts.includes('grid_worker'));
    }
    expect(people.some(({ posts, facts }) => posts.length > 1 && 'visit_coverage' in facts)).toBe(true);
  });

  it.each([49, 200, 2000])(
    'keeps every person in an existing community of their unit when there are %i',
    (size) => {
      const larger = demoYear('demo', size, 'a', 2025);
      const unitOf = new Map(larger.places.communities.map((one) => [one.id, one.unitId]));
      expect(larger.people).toHaveLength(size);
      expect(larger.people.filter((one) => unitOf.get(one.communityId) !== one.unitId)).toEqual([]);
    },
  );
});
