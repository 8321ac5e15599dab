import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyAppraisalIds, anyFilledForm, anyQuestionnaire } from '../../testing/any-questionnaire.js';
import { choiceWith, questionnaireWith, scaleWith } from '../../testing/questionnaires.js';
import { type GivenBallot, isAnswerTo } from './ballot.js';
import { checkBallot } from './check-ballot.js';
import { cleanComment } from './clean-comment.js';

const asked = questionnaireWith();
const given = (fields: Readonly<Record<string, string | readonly string[]>>): GivenBallot =>
  new Map(Object.entries(fields).map(([name, values]) => [name, [values].flat()]));
const answered = (fields: Readonly<Record<string, string | readonly string[]>> = {}) =>
  given({ 'c.overall': '3', ...fields });

describe('checkBallot', () => {
  it('takes the required answer alone: people and comment may be skipped', () => {
    expect(checkBallot(asked, ['p1'], answered())).toEqual({
      ok: true,
      ballot: { community: { overall: 3 }, people: {} },
    });
  });

  it('keeps the people who were rated, leaves out the unknown and the gone', () => {
    const form = answered({
      'p.p2.rating': '2',
      'p.p1.rating': '',
      'p.left.rating': '1',
      'p.__proto__.rating': '1',
      'c.__proto__': '1',
      'c.toString': '1',
      'p.p1.gone': '1',
    });
    expect(checkBallot(asked, ['p1', 'p2'], form)).toEqual({
      ok: true,
      ballot: { community: { overall: 3 }, people: { p2: { rating: 2 } } },
    });
  });

  it('says every problem at once, in the order of the page', () => {
    const two = questionnaireWith({
      community: [scaleWith('overall', { required: true }), choiceWith('where', 'single')],
    });
    const form = given({
      comment: 'x'.repeat(101),
      'p.p1.rating': '4',
      'p.p2.rating': '9',
      'c.where': 'nowhere',
    });
    expect(checkBallot(two, ['p2', 'p1'], form)).toEqual({
      ok: false,
      problems: [
        { in: 'community', field: 'c.overall', questionId: 'overall', code: 'ANSWER_MISSING' },
        { in: 'community', field: 'c.where', questionId: 'where', code: 'ANSWER_NOT_OFFERED' },
        {
          in: 'appraisee',
          field: 'p.p2.rating',
          appraisalId: 'p2',
          questionId: 'rating',
          code: 'ANSWER_NOT_OFFERED',
        },
        {
          in: 'appraisee',
          field: 'p.p1.rating',
          appraisalId: 'p1',
          questionId: 'rating',
          code: 'ANSWER_NOT_OFFERED',
        },
        { in: 'comment', field: 'comment', code: 'COMMENT_TOO_LONG' },
      ],
    });
  });

  it.each(['0', '4', '-1', '3.0', ' 3', '3 ', '０', '３', '1e0', '33', 'null', '[object Object]', '\u0000'])(
    'refuses %j as a value of a scale of three',
    (value) => {
      expect(checkBallot(asked, [], given({ 'c.overall': value }))).toMatchObject({
        problems: [{ field: 'c.overall', code: 'ANSWER_NOT_OFFERED' }],
      });
      expect(checkBallot(asked, ['p1'], answered({ 'p.p1.rating': value }))).toMatchObject({
        problems: [{ field: 'p.p1.rating', code: 'ANSWER_NOT_OFFERED' }],
      });
    },
  );

  it('asks the required questions of whoever is rated at all, and of nobody else', () => {
    const two = questionnaireWith({
      appraisee: [...asked.appraisee, choiceWith('strengths', 'multiple')],
    });
    expect(checkBallot(two, ['p1', 'p2'], answered({ 'p.p1.strengths': ['a'] }))).toMatchObject({
      problems: [{ field: 'p.p1.rating', code: 'ANSWER_MISSING' }],
    });
  });
});

describe('a single choice', () => {
  const where = questionnaireWith({ community: [choiceWith('where', 'single', { required: true })] });

  it.each([
    ['one of its options', ['b'], { ok: true, ballot: { community: { where: 'b' } } }],
    ['an option of another spelling', ['B'], { problems: [{ code: 'ANSWER_NOT_OFFERED' }] }],
    ['the name of an object’s own', ['constructor'], { problems: [{ code: 'ANSWER_NOT_OFFERED' }] }],
    ['two options', ['a', 'b'], { problems: [{ code: 'ANSWER_NOT_OFFERED' }] }],
    ['the same option twice', ['a', 'a'], { problems: [{ code: 'ANSWER_NOT_OFFERED' }] }],
    ['nothing', [], { problems: [{ code: 'ANSWER_MISSING' }] }],
    ['an empty value', [''], { problems: [{ code: 'ANSWER_MISSING' }] }],
  ])('given %s', (_what, values, outcome) => {
    expect(checkBallot(where, [], given({ 'c.where': values }))).toMatchObject(outcome);
  });
});

describe('a multiple choice', () => {
  const which = (overrides: Parameters<typeof choiceWith>[2]) =>
    questionnaireWith({ community: [choiceWith('which', 'multiple', overrides)] });

  it.each([
    [
      'keeps the order of the questionnaire',
      {},
      ['c', 'a'],
      { ok: true, ballot: { community: { which: ['a', 'c'] } } },
    ],
    ['leaves out what is empty', {}, ['', 'a'], { ok: true, ballot: { community: { which: ['a'] } } }],
    ['may be left out', {}, [''], { ok: true, ballot: { community: {} } }],
    ['may be required', { required: true }, [''], { problems: [{ code: 'ANSWER_MISSING' }] }],
    ['takes as many as it says', { atMost: 2 }, ['a', 'b'], { ok: true }],
    ['refuses one more', { atMost: 2 }, ['a', 'b', 'c'], { problems: [{ code: 'ANSWERS_TOO_MANY' }] }],
    ['refuses what it does not offer', {}, ['a', 'd'], { problems: [{ code: 'ANSWER_NOT_OFFERED' }] }],
    ['refuses the same choice twice', {}, ['a', 'a'], { problems: [{ code: 'ANSWER_NOT_OFFERED' }] }],
  ])('%s', (_rule, overrides, values, outcome) => {
    expect(checkBallot(which(overrides), [], given({ 'c.which': values }))).toMatchObject(outcome);
  });
});

describe('a comment', () => {
  it.each([
    ['nothing for blanks', ' \r\n\t ', undefined],
    ['one line end for each', 'a\r\nb\rc', 'a\nb\nc'],
    ['no control characters', 'a\u0000b\u001bc\u007f\u0085', 'abc'],
    ['no marks that turn the direction of other text', 'a\u202eb\u2066c', 'abc'],
    ['no half characters, not even two that meet', 'a\ud83d\u0000\ude00b', 'ab'],
    ['Chinese and composed emoji as they are', '楼道灯坏了👨‍👩‍👧', '楼道灯坏了👨‍👩‍👧'],
    ['100 characters after line ends are counted once', 'x\r\n'.repeat(49) + 'xx', 'x\n'.repeat(49) + 'xx'],
  ])('keeps %s', (_what, comment, kept) => {
    expect(checkBallot(asked, [], answered({ comment }))).toEqual({
      ok: true,
      ballot: { community: { overall: 3 }, people: {}, ...(kept === undefined ? {} : { comment: kept }) },
    });
  });

  it('is dropped where none is asked for', () => {
    const { comment: _comment, ...silent } = asked;
    expect(checkBallot(silent, [], answered({ comment: 'x' }))).toEqual({
      ok: true,
      ballot: { community: { overall: 3 }, people: {} },
    });
  });
});

describe('every questionnaire', () => {
  const filled = fc
    .tuple(anyQuestionnaire, anyAppraisalIds)
    .chain(([questionnaire, ids]) =>
      fc.tuple(fc.constant(questionnaire), fc.constant(ids), anyFilledForm(questionnaire, ids)),
    );

  it('takes whatever its page offers, and nothing is lost', () => {
    fc.assert(
      fc.property(filled, ([questionnaire, ids, form]) => {
        const checked = checkBallot(questionnaire, ids, form);
        if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
        const { community, people, comment } = checked.ballot;
        const values = [community, ...Object.values(people)].flatMap((each) => Object.values(each).flat());
        const sent = [...form.entries()].filter(([name]) => name !== 'comment').flatMap(([, each]) => each);
        expect(values.map(String).sort()).toEqual([...sent].sort());
        expect(comment ?? '').toBe(cleanComment(form.get('comment')?.[0] ?? ''));
      }),
    );
  });

  it('takes nothing but answers to its questions, whatever is sent', () => {
    const junk = fc.oneof(fc.string(), fc.constantFrom('', '1', '2', '7', 'a', '__proto__', 'constructor'));
    const anything = filled.chain(([questionnaire, ids, form]) =>
      fc
        .dictionary(fc.constantFrom(...form.keys()), fc.array(junk, { maxLength: 3 }))
        .map((spoilt) => [questionnaire, ids, new Map([...form, ...Object.entries(spoilt)])] as const),
    );
    fc.assert(
      fc.property(anything, ([questionnaire, ids, form]) => {
        const checked = checkBallot(questionnaire, ids, form);
        if (!checked.ok) return;
        const { community, people } = checked.ballot;
        expect(Object.keys(people).every((each) => ids.includes(each))).toBe(true);
        for (const [asks, answers] of [
          [questionnaire.community, community] as const,
          ...Object.values(people).map((each) => [questionnaire.appraisee, each] as const),
        ]) {
          for (const [questionId, answer] of Object.entries(answers)) {
            const question = asks.find(({ id }) => id === questionId);
            expect(question !== undefined && isAnswerTo(question, answer)).toBe(true);
          }
        }
      }),
    );
  });
});
