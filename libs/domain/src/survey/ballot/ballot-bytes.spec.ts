import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyAppraisalIds, anyFilledForm, anyQuestionnaire } from '../../testing/any-questionnaire.js';
import { questionnaireWith } from '../../testing/questionnaires.js';
import { defaultQuestionnaire } from '../questionnaire/default-questionnaire.js';
import { ballotLength, encodeBallot } from './ballot-bytes.js';
import { checkBallot } from './check-ballot.js';
import { decodeBallot } from './decode-ballot.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('encodeBallot', () => {
  it('writes canonical JSON and fills up with blanks', () => {
    const ballot = { people: {}, community: { overall: 5 } };
    expect(read(encodeBallot(ballot, 50))).toBe('{"community":{"overall":5},"people":{}}'.padEnd(50));
  });

  it('is one text for one answer, in whatever order it was put together', () => {
    const one = { community: { a: 1, b: 'x' }, people: { p: { r: 1 }, q: { r: 2 } }, comment: '好' };
    const other = { comment: '好', people: { q: { r: 2 }, p: { r: 1 } }, community: { b: 'x', a: 1 } };
    expect(encodeBallot(one, 200)).toEqual(encodeBallot(other, 200));
  });

  it('throws on a ballot that does not fit, which is a fault of ours', () => {
    expect(() => encodeBallot({ community: {}, people: {}, comment: 'x'.repeat(99) }, 64)).toThrow(
      RangeError,
    );
  });
});

describe('ballotLength', () => {
  it('holds every ballot a page can send, gives all the same length, and loses nothing', () => {
    const filled = fc
      .tuple(anyQuestionnaire, anyAppraisalIds)
      .chain(([questionnaire, ids]) =>
        fc.tuple(fc.constant(questionnaire), fc.constant(ids), anyFilledForm(questionnaire, ids)),
      );
    fc.assert(
      fc.property(filled, ([questionnaire, ids, form]) => {
        const checked = checkBallot(questionnaire, ids, form);
        if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
        const length = ballotLength(questionnaire, ids.length);
        const bytes = encodeBallot(checked.ballot, length);
        expect(bytes.length).toBe(length);
        expect(decodeBallot(bytes)).toEqual(checked.ballot);
      }),
      { numRuns: 300 },
    );
  });

  it.each([['汉'], ['😀'], ['"'], ['\\'], ['\u2028'], ['é']])(
    'has room for a comment of nothing but %j',
    (character) => {
      const asked = questionnaireWith({ appraisee: defaultQuestionnaire.appraisee });
      const comment = character.repeat(100 / character.length);
      const people = Object.fromEntries(
        Array.from({ length: 9 }, (_, index) => [String(index).padEnd(64, 'x'), { rating: 5 }]),
      );
      const ballot = { community: { overall: 3 }, people, comment };
      const length = ballotLength(asked, 9);
      expect(decodeBallot(encodeBallot(ballot, length))).toEqual(ballot);
      const written = read(encodeBallot(ballot, length)).trimEnd();
      expect(length - utf8(written).length).toBeLessThan(256 + 3 * 100);
    },
  );

  it.each([
    [0, 1024],
    [1, 1280],
    [2, 1280],
    [12, 2048],
  ])('of the default questionnaire about %i people is %i bytes', (people, length) => {
    expect(ballotLength(defaultQuestionnaire, people)).toBe(length);
  });
});
