import { describe, expect, it } from '@jest/globals';
import { tablePlaces } from './table-places.js';

describe('the places of a calibration table', () => {
  it('follow the rank of the quota, then the composite; who has none comes last', () => {
    const people = [
      { id: 'none', composite: null },
      { id: 'low', composite: '9.5' },
      { id: 'high', composite: '70.25' },
      { id: 'displaced', composite: '91' },
      { id: 'second', composite: '92' },
      { id: 'first', composite: '92' },
    ];
    const places = tablePlaces(people, { awarded: ['first', 'second'], displaced: ['displaced'] });
    const inOrder = people
      .map(({ id }) => id)
      .toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
    expect(inOrder).toEqual(['first', 'second', 'displaced', 'high', 'low', 'none']);
  });
});
