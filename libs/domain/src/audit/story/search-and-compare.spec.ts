import { describe, expect, it } from '@jest/globals';
import { compareStories } from './compare-stories.js';
import { searchStory } from './search-story.js';
import { stepAt } from './step-at.js';
import { delivered, graded, smallFlow, smallStory } from './testing/small-story.js';

const story = smallStory();

describe('searchStory', () => {
  it.each([
    ['第十条', 12],
    ['IN THE  band', 12],
    ['sha256:r', 12],
    ['９５.０６ sealed', 8],
    ['领导班子成员', 12],
  ])('finds %s in words, clause, content, numbers and roles of either language', (text, event) => {
    expect(searchStory(story, text).map((step) => step.event)).toContain(event);
  });

  it('wants every word, and gives every step for no words', () => {
    expect(searchStory(story, 'competent nowhere')).toEqual([]);
    expect(searchStory(story, ' ')).toEqual(story.steps);
  });
});

describe('stepAt', () => {
  it('is the last step by then, and nothing before the first', () => {
    const first = story.steps[0];
    expect(stepAt(story, first?.at ?? 0)?.number).toBe(1);
    expect(stepAt(story, (first?.at ?? 0) - 1)).toBeNull();
    expect(stepAt(story, Number.MAX_SAFE_INTEGER)?.number).toBe(story.steps.length);
  });
});

describe('compareStories', () => {
  it('finds nothing between a story and itself', () => {
    const rows = compareStories(story, story);
    expect(rows.every(({ a, b, differs }) => a === b && differs.length === 0)).toBe(true);
  });

  it('pairs the same steps and says who, which number and which clause part them', () => {
    const other = smallStory({
      flows: [smallFlow({ grade: 'excellent' })],
      facts: [delivered, { ...graded, clause: '第十一条' }],
    });
    const rows = compareStories(story, other).filter(({ differs }) => differs.length > 0);
    expect(rows[0]?.differs.map(({ what, a, b }) => [what.en, a?.en, b?.en])).toEqual([
      ['grade', 'competent', 'excellent'],
      ['clause', '第十条', '第十一条'],
    ]);
  });

  it('shows a step only one of them has', () => {
    const rows = compareStories(story, smallStory({ facts: [graded] }));
    expect(rows.filter(({ b }) => b === null).map(({ a }) => a?.name)).toEqual(['result']);
    expect(rows.filter(({ a }) => a === null)).toEqual([]);
  });
});
