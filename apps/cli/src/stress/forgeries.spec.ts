import { describe, expect, it } from '@jest/globals';
import { diceOf } from '@kaoji/domain/testing';
import { createSurveyLinks } from '@kaoji/gateways';
import { FORGERIES, type Loot } from './forgeries.js';

const HOUR_MS = 3_600_000;
const NOW = Date.UTC(2026, 10, 20);
const CAMPAIGN = '00000000-0000-4000-8000-000000000000';
const OTHER = '00000000-0000-4000-8000-000000000001';
const keyOf = (byte: number) => [{ id: 'k', secret: Buffer.alloc(32, byte).toString('base64url') }];

const links = createSurveyLinks(keyOf(1));
const many = (campaignId: string, expiresAt: number) =>
  Array.from({ length: 20 }, () => links.issue(campaignId, expiresAt).token);
const loot: Loot = {
  genuine: many(CAMPAIGN, NOW + HOUR_MS),
  ofAnother: many(OTHER, NOW + HOUR_MS),
  expired: many(CAMPAIGN, NOW - HOUR_MS),
  revoked: many(CAMPAIGN, NOW + HOUR_MS),
  stranger: createSurveyLinks(keyOf(2)),
  never: (campaignId) => links.issue(campaignId, NOW + HOUR_MS).token,
  campaignId: CAMPAIGN,
  now: NOW,
};
/** Ours by signature: what keeps them out is their row, or its absence, or the clock. */
const SIGNED = new Set(['expired', 'revoked', 'signed by us, given to nobody']);

describe.each(Object.entries(FORGERIES))('a link forged as %s', (kind, forge) => {
  it(`${SIGNED.has(kind) ? 'is signed and no resident’s' : 'is not verified'}`, () => {
    const dice = diceOf(1);
    const forged = Array.from({ length: 300 }, () => forge(loot, dice));
    expect(forged.filter((token) => loot.genuine.includes(token))).toEqual([]);
    const verified = forged.filter((token) => links.verify(token).ok);
    expect(verified).toHaveLength(SIGNED.has(kind) ? forged.length : 0);
  });
});
