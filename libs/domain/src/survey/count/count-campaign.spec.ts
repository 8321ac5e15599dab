import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { diceOf, nationalRulebook, seededBallots } from '../../testing.js';
import { anyQuestionnaire } from '../../testing/any-questionnaire.js';
import { questionnaireWith } from '../../testing/questionnaires.js';
import { isAnswerTo, type Answer, type Ballot } from '../ballot/ballot.js';
import type { Question } from '../questionnaire/questionnaire.js';
import { defaultQuestionnaire } from '../questionnaire/default-questionnaire.js';
import { countCampaign, type CampaignInput } from './count-campaign.js';
import type { CountedBallot } from './tally-ballots.js';

const rule = nationalRulebook().survey!;
const people = ['a1', 'a2', 'a3'];
const strata: CampaignInput['strata'] = [
  { stratum: 'ordinary', population: 900, issued: 150 },
  { stratum: 'representative', population: 60, issued: 30 },
  { stratum: 'service_object', population: 40, issued: 20 },
];
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

function counted(ballots: readonly CountedBallot[], overrides: Partial<CampaignInput> = {}) {
  const questionnaire = defaultQuestionnaire;
  return countCampaign({
    questionnaire,
    appraisalIds: people,
    ballots,
    strata,
    pace: [],
    rule,
    root: 'f00d',
    ...overrides,
  });
}
const from = (ballot: Ballot | null, overrides: Partial<CountedBallot> = {}): CountedBallot => ({
  ballot,
  stratum: 'ordinary',
  assisted: false,
  ...overrides,
});
/** A ballot that rates `a1` so and answers what must be answered. */
const rating = (value: Answer, overrides?: Partial<CountedBallot>) =>
  from({ community: { overall: 4 }, people: { a1: { rating: value } } }, overrides);
const times = (count: number, ballot: CountedBallot) => Array.from({ length: count }, () => ballot);

describe('countCampaign', () => {
  it('counts satisfied, ordinary and assisted among the valid ballots about a person', () => {
    const { people: rows } = counted([
      ...times(149, rating(4)),
      ...times(90, rating(3)),
      ...times(8, rating(5, { stratum: 'representative' })),
      ...times(3, rating(1, { stratum: 'service_object', assisted: true })),
    ]);
    expect(rows[0]).toMatchObject({
      appraisalId: 'a1',
      valid: 250,
      satisfied: 157,
      ordinary: 239,
      assisted: 3,
      estimate: { rate: '0.628' },
    });
    expect(rows[1]).toMatchObject({ valid: 0, estimate: null });
  });

  it.each([
    ['unreadable', 'what could not be opened', null],
    ['not_offered', 'a value off the scale', { community: { overall: 6 }, people: {} }],
    ['not_offered', 'half a point', { community: { overall: 4.5 }, people: {} }],
    ['not_offered', 'a text for a value', { community: { overall: '4' }, people: {} }],
    ['not_offered', 'a rating off the scale', { community: { overall: 4 }, people: { a1: { rating: 0 } } }],
    [
      'not_offered',
      'a comment longer than the page takes',
      { community: { overall: 4 }, people: {}, comment: 'x'.repeat(501) },
    ],
    ['required_missing', 'no answer where one is required', { community: {}, people: { a1: { rating: 4 } } }],
  ] as const)('does not count, as %s: %s', (reason, _what, ballot) => {
    const count = counted([rating(5), from(ballot as Ballot | null)]);
    expect(count).toMatchObject({ received: 2, valid: 1, invalid: 1 });
    expect(count.invalidReasons[reason]).toBe(1);
    expect(count.people[0]?.valid).toBe(1);
    expect(count.community[0]?.answered).toBeNull(); // one answer is below the limit
  });

  it('does not count a ballot that says nothing at all', () => {
    const community = defaultQuestionnaire.community.map((question) => ({ ...question, required: false }));
    const count = counted([from({ community: {}, people: {} })], {
      questionnaire: { ...defaultQuestionnaire, community },
    });
    expect(count.invalidReasons.blank).toBe(1);
  });

  it('leaves out people who are no longer on the list, and questions nobody asked, without spoiling the ballot', () => {
    const count = counted([
      from({ community: { overall: 4, shoe_size: 43 }, people: { gone: { rating: 9 }, a1: { rating: 4 } } }),
    ]);
    expect(count).toMatchObject({ valid: 1, invalid: 0 });
    expect(count.people.map(({ appraisalId, valid }) => [appraisalId, valid])).toEqual([
      ['a1', 1],
      ['a2', 0],
      ['a3', 0],
    ]);
  });

  it('takes exactly the answers the page offers, whatever a ballot holds', () => {
    const answer: fc.Arbitrary<Answer> = fc.oneof(
      fc.integer({ min: -1, max: 9 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string({ maxLength: 3 }),
      fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(anyQuestionnaire, answer, fc.nat(), (questionnaire, given, pick) => {
        const question = questionnaire.community[pick % Math.max(1, questionnaire.community.length)];
        fc.pre(question !== undefined);
        const asked: Question = { ...question, required: false };
        const [anything] = seededBallots(pick, { ...questionnaire, community: [asked] }, [], 1);
        for (const each of [given, anything?.ballot?.community[asked.id]]) {
          if (each === undefined) continue;
          const count = counted([from({ community: { [asked.id]: each }, people: {} })], {
            questionnaire: { ...defaultQuestionnaire, community: [asked] },
          });
          expect(count.valid).toBe(isAnswerTo(asked, each) ? 1 : 0);
        }
      }),
    );
  });

  it('adds up to what a plain recount of every ballot gives', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 60 }), (seed, size) => {
        const ballots = seededBallots(seed, defaultQuestionnaire, people, size);
        const count = counted(ballots);
        expect(count).toMatchObject({ received: size, valid: size, invalid: 0 });
        for (const row of count.people) {
          const about = ballots.filter(
            ({ ballot }) => ballot?.people[row.appraisalId]?.['rating'] !== undefined,
          );
          const satisfied = about.filter(
            ({ ballot }) => Number(ballot?.people[row.appraisalId]?.['rating']) >= 4,
          );
          expect(row).toMatchObject({
            valid: about.length,
            satisfied: satisfied.length,
            ordinary: about.filter(({ stratum }) => stratum === 'ordinary').length,
            assisted: about.filter(({ assisted }) => assisted).length,
          });
        }
        for (const { questionId, answered, cells } of count.community) {
          const answers = ballots.flatMap(({ ballot }) => ballot?.community[questionId] ?? []);
          if (answered !== null) expect(answered).toBe(answers.length);
          for (const { value, count: shown } of cells) {
            if (shown !== null) expect(shown).toBe(answers.filter((each) => String(each) === value).length);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('gives the same count for the same ballots in any order', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const ballots = seededBallots(seed, defaultQuestionnaire, people, 80);
        const dice = diceOf(seed);
        const other = ballots
          .map((ballot) => ({ ballot, key: dice.below(2 ** 30) }))
          .sort((a, b) => a.key - b.key)
          .map(({ ballot }) => ballot);
        expect(counted(other)).toEqual(counted(ballots));
      }),
      { numRuns: 20 },
    );
  });

  it('says the response by stratum, of all links and of the population', () => {
    const count = counted([rating(4), rating(4), rating(3, { stratum: 'representative', assisted: true })]);
    expect(count.strata).toEqual([
      { stratum: 'ordinary', population: 900, issued: 150, received: 2, valid: 2 },
      { stratum: 'representative', population: 60, issued: 30, received: 1, valid: 1 },
      { stratum: 'service_object', population: 40, issued: 20, received: 0, valid: 0 },
    ]);
    expect(count.response).toEqual({
      issued: 200,
      ofIssued: '0.015',
      population: 1000,
      ofPopulation: '0.003',
    });
    expect(count.assisted).toEqual({ valid: 1, share: '1/3' });
    expect(count.sample).toEqual({ n: 3, ordinary: 2, assisted: 1, valid: false, reason: 'too_few' });
  });

  it('does not know the population where one stratum’s is not known, and then takes the wider interval', () => {
    const ballots = times(60, rating(4));
    const some = counted(ballots, { strata: [...strata.slice(0, 2), { ...strata[2]!, population: null }] });
    expect(some.response).toMatchObject({ population: null, ofPopulation: null });
    expect(Number(some.people[0]?.estimate?.low)).toBeLessThan(
      Number(counted(ballots).people[0]?.estimate?.low),
    );
  });

  it('weights rates by population only where the rulebook asks for it', () => {
    const ballots = [
      ...times(20, rating(4)),
      ...times(10, rating(2, { stratum: 'representative' })),
      ...times(10, rating(5, { stratum: 'service_object' })),
    ];
    expect(counted(ballots).people[0]?.weighted).toBeNull();
    const weighted = counted(ballots, { rule: { ...rule, weights: 'population' } });
    expect(weighted.people[0]).toMatchObject({ estimate: { rate: '0.75' }, weighted: { rate: '0.94' } });
  });

  it('shows comments only from the limit on, in an order that follows from the box and not from their coming', () => {
    const comments = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        from({ community: { overall: 4 }, people: {}, comment: `演示${at}` }),
      );
    expect(counted(comments(9)).comments).toEqual({ given: null, texts: [] });
    const ten = counted(comments(10)).comments;
    expect([...ten.texts].sort()).toEqual(Array.from({ length: 10 }, (_, at) => `演示${at}`));
    expect(counted(comments(10), { root: 'beef' }).comments.texts).not.toEqual(ten.texts);
    expect(counted([]).comments).toEqual({ given: 0, texts: [] });
  });

  it('flags ballots with the same value everywhere, and drops none of them', () => {
    const same = Object.fromEntries(defaultQuestionnaire.community.map(({ id }) => [id, 3]));
    const count = counted(times(12, from({ community: same, people: {} })));
    expect(count.flags.straightLining).toEqual({ of: 12, count: 12, raised: true });
    expect(count.valid).toBe(12);
  });

  it('shows the other questions about a person, and hides small cells there too', () => {
    const [satisfaction] = defaultQuestionnaire.appraisee;
    const polite = {
      id: 'polite',
      kind: 'single' as const,
      title: { zh: '态度', en: 'manner' },
      required: false,
    };
    const options = ['good', 'bad'].map((id) => ({ id, title: { zh: id, en: id } }));
    const questionnaire = { ...defaultQuestionnaire, appraisee: [satisfaction!, { ...polite, options }] };
    const ballot = (choice: string) =>
      from({ community: { overall: 4 }, people: { a1: { rating: 4, polite: choice } } });
    const { people: rows } = counted([...times(20, ballot('good')), ballot('bad')], { questionnaire });
    expect(rows[0]?.questions).toMatchObject([
      { questionId: 'polite', answered: 21, cells: [{ count: null }, { count: null }] },
    ]);
  });

  it('refuses with SURVEY_SCALE_MISMATCH a questionnaire on another scale than the rulebook', () => {
    expect(() => counted([], { rule: { ...rule, scaleMax: 4 } })).toThrow(
      expect.objectContaining({ code: 'SURVEY_SCALE_MISMATCH' }),
    );
    const none = questionnaireWith({ appraisee: [] });
    expect(() => counted([], { questionnaire: none })).toThrow(
      expect.objectContaining({ code: 'SURVEY_SCALE_MISMATCH' }),
    );
  });
});
