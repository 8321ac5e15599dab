import { describe, expect, it } from '@jest/globals';
import type { CampaignState } from '../ports/survey-records.js';
import type { AdmissionFacts } from './admission.js';
import { turnedAway, whileOpen } from './admission.js';

const link = { campaignId: 'c', state: 'issued' } as const;
const campaign = (state: CampaignState, opensAt: number | null, closesAt: number | null) => {
  return { id: 'c', state, opensAt, closesAt };
};
const facts = (overrides: Partial<AdmissionFacts>): AdmissionFacts => ({
  now: 150,
  expiresAt: 1000,
  link,
  campaign: campaign('open', 100, 200),
  answered: false,
  ...overrides,
});
const revoked = { ...link, state: 'revoked' } as const;
const over = (state: CampaignState) => ({ campaign: campaign(state, 100, 200) });

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
      'says used even when revoked, sealed and expired since',
      { ...over('sealed'), answered: true, link: revoked, now: 2000 },
      'used',
    ],
    ['says revoked', { link: revoked }, 'revoked'],
    ['says closed one millisecond after closing', { now: 201 }, 'closed'],
    ['says closed once sealed, before its time', over('sealed'), 'closed'],
    ['says closed while the count waits for a person', over('counted'), 'closed'],
    ['says closed once confirmed', over('closed_valid'), 'closed'],
    ['says closed when it went to the panel', over('closed_to_panel'), 'closed'],
    ['says closed to a link whose row went with the box', { ...over('closed_valid'), link: null }, 'closed'],
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

describe('whileOpen', () => {
  it.each(['closed_later', '', 'OPEN'])('takes a state it does not know (%j) for closed', (state) => {
    const unknown = { state, opensAt: null, closesAt: null };
    expect(whileOpen({ now: 1, expiresAt: 2, campaign: unknown })).toEqual({ kind: 'closed' });
  });
});
