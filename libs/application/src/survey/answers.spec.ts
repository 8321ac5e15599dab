import { describe, expect, it } from '@jest/globals';
import type { GivenAnswers } from './answers.js';
import { checkAnswers } from './answers.js';

const given = (overrides: Partial<GivenAnswers>): GivenAnswers => ({
  overall: '4',
  workers: new Map(),
  comment: null,
  ...overrides,
});

describe('checkAnswers', () => {
  it('takes the overall answer alone: people and comment may be skipped', () => {
    expect(checkAnswers(given({}), ['p1'])).toEqual({ ok: true, answers: { overall: 4, workers: {} } });
  });

  it('keeps the people who were rated, leaves out the unknown and the gone', () => {
    const workers = new Map([
      ['p2', '5'],
      ['p1', ''],
      ['left', '1'],
      ['__proto__', '1'],
    ]);
    expect(checkAnswers(given({ workers }), ['p1', 'p2'])).toEqual({
      ok: true,
      answers: { overall: 4, workers: { p2: 5 } },
    });
  });

  it('says every problem at once, in the order of the page', () => {
    const workers = new Map([['p1', '6']]);
    expect(checkAnswers(given({ overall: null, workers, comment: 'x'.repeat(501) }), ['p1'])).toEqual({
      ok: false,
      problems: [
        { field: 'overall', code: 'ANSWER_MISSING' },
        { field: 'worker', appraisalId: 'p1', code: 'ANSWER_OUT_OF_SCALE' },
        { field: 'comment', code: 'COMMENT_TOO_LONG' },
      ],
    });
  });

  it.each(['0', '6', '-1', '3.0', ' 3', '3 ', '０', '３', '1e0', '55', 'null', '[object Object]', '\u0000'])(
    'refuses %j as an answer',
    (answer) => {
      expect(checkAnswers(given({ overall: answer }), [])).toMatchObject({
        problems: [{ field: 'overall', code: 'ANSWER_OUT_OF_SCALE' }],
      });
      expect(checkAnswers(given({ workers: new Map([['p1', answer]]) }), ['p1'])).toMatchObject({
        problems: [{ field: 'worker', appraisalId: 'p1', code: 'ANSWER_OUT_OF_SCALE' }],
      });
    },
  );

  it.each([
    ['nothing for blanks', ' \r\n\t ', undefined],
    ['one line end for each', 'a\r\nb\rc', 'a\nb\nc'],
    ['no control characters', 'a\u0000b\u001bc\u007f\u0085', 'abc'],
    ['no marks that turn the direction of other text', 'a\u202eb\u2066c', 'abc'],
    ['Chinese and composed emoji as they are', '楼道灯坏了👨‍👩‍👧', '楼道灯坏了👨‍👩‍👧'],
    ['500 characters after line ends are counted once', 'x\r\n'.repeat(249) + 'xx', 'x\n'.repeat(249) + 'xx'],
  ])('keeps of a comment %s', (_what, comment, kept) => {
    expect(checkAnswers(given({ comment }), [])).toEqual({
      ok: true,
      answers: { overall: 4, workers: {}, ...(kept === undefined ? {} : { comment: kept }) },
    });
  });
});
