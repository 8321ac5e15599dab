import { describe, expect, it } from '@jest/globals';
import type { Campaign, CampaignState, SurveyLink } from '../ports/records.js';
import type { AdmissionFacts } from './admission.js';
import { turnedAway } from './admission.js';
import { isRated } from './questionnaire.js';

const link: SurveyLink = { linkHash: 'h', campaignId: 'c', stratum: 'ordinary', state: 'issued' };
const campaign = (state: CampaignState, opensAt: number | null, closesAt: number | null): Campaign => ({
  id: 'c',
  cycleId: 'y',
  unitId: 'u',
  communityId: 'm',
  state,
  opensAt,
  closesAt,
  extensions: 0,
  version: 1,
});
const open = campaign('open', 100, 200);
const facts = (overrides: Partial<AdmissionFacts>): AdmissionFacts => ({
  now: 150,
  expiresAt: 1000,
  link,
  campaign: open,
  answered: false,
  ...overrides,
});
const revoked: SurveyLink = { ...link, state: 'revoked' };

describe('turnedAway', () => {
  it.each<[string, Partial<AdmissionFacts>, string | null]>([
    ['admits during the campaign', {}, null],
    ['admits in the opening millisecond', { now: 100 }, null],
    ['admits in the closing millisecond', { now: 200 }, null],
    ['admits while an extension runs', { campaign: campaign('extended', 100, 300), now: 250 }, null],
    ['admits where no times are set', { campaign: campaign('open', null, null) }, null],
    ['says unknown without a stored link', { link: null }, 'unknown'],
    ['says unknown without a campaign', { campaign: null }, 'unknown'],
    ['says unknown for a link of another campaign', { link: { ...link, campaignId: 'd' } }, 'unknown'],
    ['says used after an answer', { answered: true }, 'used'],
    [
      'says used even when revoked, closed and expired since',
      { answered: true, link: revoked, now: 2000 },
      'used',
    ],
    ['says revoked', { link: revoked }, 'revoked'],
    ['says closed one millisecond after closing', { now: 201 }, 'closed'],
    [
      'says closed once marked so, before its time',
      { campaign: campaign('closed_valid', 100, 200) },
      'closed',
    ],
    ['says closed when it went to the panel', { campaign: campaign('closed_to_panel', 100, 200) }, 'closed'],
    ['says expired after the expiry of the link', { expiresAt: 149 }, 'expired'],
    ['admits in the millisecond of expiry', { expiresAt: 150 }, null],
    ['says not open while planned', { campaign: campaign('planned', null, null) }, 'not_open'],
    ['says not open before the opening', { now: 99 }, 'not_open'],
  ])('%s', (_rule, overrides, kind) => {
    expect(turnedAway(facts(overrides))?.kind ?? null).toBe(kind);
  });

  it('says when a planned campaign opens', () => {
    expect(turnedAway(facts({ now: 99 }))).toEqual({ kind: 'not_open', opensAt: 100 });
  });
});

describe('isRated', () => {
  it.each([
    ['planned', null, true],
    ['open', 'graded', true],
    ['open', 'comment_only', true],
    ['open', 'ungraded', false],
    ['open', 'held', true],
    ['held', 'held', true],
    ['left', 'graded', false],
  ] as const)('an appraisal %s and %s: %s', (status, eligibility, rated) => {
    expect(isRated({ status, eligibility })).toBe(rated);
  });
});
