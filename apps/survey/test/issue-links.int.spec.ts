import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IssueLinksInput } from '@kaoji/application';
import { issueLinks } from '@kaoji/application';
import type { SurveyWorld } from './survey-world.js';
import { HOUR_MS, NOW, openSurveyWorld } from './survey-world.js';

let world: SurveyWorld;
beforeAll(async () => {
  world = await openSurveyWorld();
});
afterAll(() => world.close());

const issue = (input: Partial<IssueLinksInput>) =>
  issueLinks(
    { transactions: world.database.transactions, links: world.links, clock: world.clock },
    { campaignId: 'campaign-1', count: 1, stratum: 'ordinary', ...input },
  );
const count = async () => {
  const counts = await world.database.transactions.read((stores) => stores.surveys.linkCounts('campaign-1'));
  return counts.reduce((sum, row) => sum + row.count, 0);
};

describe('issueLinks', () => {
  it('stores as many hashes as it returns links, all different, in many rows at once', async () => {
    const before = await count();
    const tokens = await issue({ count: 1201, stratum: 'service_object' });
    expect(new Set(tokens).size).toBe(1201);
    expect(await count()).toBe(before + 1201);
    const verified = world.links.verify(tokens[700] ?? '');
    const linkHash = verified.ok ? verified.linkHash : '';
    expect(await world.database.transactions.read((stores) => stores.surveys.link(linkHash))).toEqual({
      linkHash,
      campaignId: 'campaign-1',
      stratum: 'service_object',
      channel: 'handed',
      state: 'issued',
    });
  });

  it('lets a link outlive its campaign and every extension', async () => {
    const verified = world.links.verify((await issue({}))[0] ?? '');
    expect(verified.ok && verified.expiresAt > NOW + HOUR_MS + 300 * 24 * HOUR_MS).toBe(true);
  });

  it('issues under one idempotency key once, even asked twice at the same time', async () => {
    const before = await count();
    const key = { count: 3, idempotencyKey: 'k-1' };
    const both = await Promise.allSettled([issue(key), issue(key)]);
    expect(both.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(issue(key)).rejects.toMatchObject({ code: 'LINKS_ALREADY_ISSUED' });
    expect(await count()).toBe(before + 3);
  });

  it.each([
    ['REQUEST_INVALID', { count: 0 }],
    ['REQUEST_INVALID', { count: 5001 }],
    ['REQUEST_INVALID', { count: 1.5 }],
    ['NOT_FOUND', { campaignId: 'campaign-9' }],
  ])('refuses %s', async (code, input) => {
    const before = await count();
    await expect(issue(input)).rejects.toMatchObject({ name: 'Refusal', code });
    expect(await count()).toBe(before);
  });

  it('refuses CAMPAIGN_CLOSED after closing, and issues while planned', async () => {
    await world.add({ id: 'planned', state: 'planned' });
    await expect(issue({ campaignId: 'planned' })).resolves.toHaveLength(1);
    await world.change('campaign-1', { state: 'sealed' });
    await expect(issue({})).rejects.toMatchObject({ code: 'CAMPAIGN_CLOSED' });
  });
});
