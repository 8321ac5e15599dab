import { describe, expect, it } from '@jest/globals';
import type { ComposedList } from './composed-list.js';
import { acknowledgedCases } from './uncertain-cases.js';

const person = (id: string, uncertain: boolean) =>
  ({
    appraisal: { id },
    evaluation: { needsPeople: uncertain ? ['survey_near_line'] : [] },
  }) as unknown as ComposedList['people'][number];
const because = (appraisalId: string) => ({ appraisalId, reason: `why ${appraisalId}` });

describe('acknowledgedCases', () => {
  it('asks nothing of a list without uncertain cases', () => {
    expect(acknowledgedCases({ people: [person('a', false)] }, [])).toEqual([]);
  });

  it('keeps a reason for each uncertain case, and nothing said of others', () => {
    const people = [person('a', true), person('b', false), person('c', true)];
    expect(acknowledgedCases({ people }, ['c', 'b', 'a'].map(because))).toEqual([because('a'), because('c')]);
  });

  it('refuses UNCERTAIN_NOT_ACKNOWLEDGED and names each case that is missing', () => {
    const people = [person('a', true), person('b', true), person('c', true)];
    const refused = () => acknowledgedCases({ people }, [because('b')]);
    expect(refused).toThrow('2 uncertain cases are not acknowledged with a reason.');
    expect(refused).toThrow(
      expect.objectContaining({
        code: 'UNCERTAIN_NOT_ACKNOWLEDGED',
        details: {
          errors: ['a', 'c'].map((id) =>
            expect.objectContaining({ path: `acknowledged.${id}`, code: 'survey_near_line' }),
          ),
        },
      }),
    );
  });
});
