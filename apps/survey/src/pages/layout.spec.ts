import type { Sheet } from '@kaoji/application';
import { describe, expect, it } from '@jest/globals';
import type { Questionnaire } from '@kaoji/domain';
import { defaultQuestionnaire } from '@kaoji/domain';
import fc from 'fast-check';
import { fieldsOf, layoutOf, screenWithProblem } from './layout.js';

const sheetOf = (questionnaire: Questionnaire, people = 3): Sheet => ({
  campaignId: 'c',
  year: 2026,
  communityName: '演示社区',
  questionnaire,
  people: Array.from({ length: people }, (_, at) => ({
    appraisalId: `a${at}`,
    name: '演示',
    postTitles: [],
  })),
  publicKey: '',
  appraisalIds: [],
  ballotBytes: 0,
});
const fieldsOn = (sheet: Sheet) => layoutOf(sheet).screens.map((screen) => screen.flatMap(fieldsOf));

describe('layoutOf', () => {
  it('puts everything on one screen unless the questionnaire says otherwise', () => {
    const layout = layoutOf(sheetOf(defaultQuestionnaire));
    expect([layout.screens.length, layout.questions]).toEqual([1, 9]);
  });

  it('fills screens in the order of the questionnaire', () => {
    expect(fieldsOn(sheetOf({ ...defaultQuestionnaire, questionsPerScreen: 4 }))).toEqual([
      ['c.overall', 'c.manner', 'c.problems', 'c.emergencies'],
      ['c.openness', 'p.a0.rating', 'p.a1.rating', 'p.a2.rating'],
      ['comment'],
    ]);
  });

  it('keeps the questions about one person together, even when they are more than a screen takes', () => {
    const [rating] = defaultQuestionnaire.appraisee;
    if (rating === undefined) throw new Error('The default questionnaire asks about people.');
    const appraisee = [rating, { ...rating, id: 'manner' }];
    const questionnaire = { ...defaultQuestionnaire, community: [], appraisee, questionsPerScreen: 1 };
    expect(fieldsOn(sheetOf(questionnaire, 2))).toEqual([
      ['p.a0.rating', 'p.a0.manner'],
      ['p.a1.rating', 'p.a1.manner'],
      ['comment'],
    ]);
  });

  it('loses and repeats no question, and leaves no screen empty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(9), (questionsPerScreen, people) => {
        const one = fieldsOn(sheetOf(defaultQuestionnaire, people)).flat();
        const screens = fieldsOn(sheetOf({ ...defaultQuestionnaire, questionsPerScreen }, people));
        expect(screens.flat()).toEqual(one);
        expect(screens.every((screen) => screen.length > 0 && screen.length <= questionsPerScreen)).toBe(
          true,
        );
      }),
    );
  });
});

describe('screenWithProblem', () => {
  it('finds the first screen on which something is wrong', () => {
    const layout = layoutOf(sheetOf({ ...defaultQuestionnaire, questionsPerScreen: 4 }));
    const problem = { in: 'comment', field: 'comment', code: 'COMMENT_TOO_LONG' } as const;
    expect([screenWithProblem(layout, [problem]), screenWithProblem(layout, [])]).toEqual([3, null]);
  });
});
