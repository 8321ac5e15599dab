import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabases } from '@kaoji/persistence/testing';
import type { SurveyWorld } from './survey-world.js';
import { OPEN, openSurveyWorld, rating } from './survey-world.js';

describe.each(testDatabases())('an answer on $name', (kind) => {
  let world: SurveyWorld;
  beforeAll(async () => {
    world = await openSurveyWorld({ kind, limits: { perLink: { atOnce: 1000, perSecond: 1 } } });
  });
  afterAll(() => world.close());

  it('lies sealed in the box, and its two holders read what was answered', async () => {
    const [token = ''] = await world.issue(1);
    const form = `c.overall=4&c.manner=&${rating(1)}=5&${rating(2)}=&comment=%E5%A5%BD%0D%0A1&t=${'1'.repeat(10)}`;
    const answer = await world.http.post(`/s/${token}?lang=en`, form);
    expect([answer.status, answer.headers.location]).toEqual([303, `/s/${token}/thanks?lang=en`]);
    expect(await world.ballotOf(token)).toEqual({
      community: { overall: 4 },
      people: { [rating(1).split('.')[1] ?? '']: { rating: 5 } },
      comment: '好\n1',
    });
  });

  it('is taken exactly once of 200 at the same time', async () => {
    for (const token of await world.issue(1)) {
      const before = await world.received();
      const posts = Array.from({ length: 200 }, (_, at) =>
        world.http.post(`/s/${token}`, `c.overall=${(at % 5) + 1}`),
      );
      const statuses = (await Promise.all(posts)).map((answer) => answer.status);
      expect(statuses.filter((status) => status === 303)).toHaveLength(1);
      expect(statuses.filter((status) => status === 410)).toHaveLength(199);
      expect(await world.received()).toBe(before + 1);
    }
  });

  it('is taken for each of many links, sent twice at the same time', async () => {
    const tokens = await world.issue(100);
    const before = await world.received();
    const posts = [...tokens, ...tokens].map((token) => world.http.post(`/s/${token}`, 'c.overall=4'));
    const statuses = (await Promise.all(posts)).map((answer) => answer.status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(100);
    expect(await world.received()).toBe(before + 100);
  });

  it('is refused once the box is sealed, though the page still believed it open', async () => {
    const [token = ''] = await world.issue(1);
    expect((await world.http.get(`/s/${token}`)).status).toBe(200);
    const before = await world.received();
    await world.change(OPEN, { state: 'sealed' });
    const late = await world.http.post(`/s/${token}`, 'c.overall=4');
    await world.change(OPEN, { state: 'open' });
    expect([late.status, late.headers['x-problem-code']]).toEqual([410, 'SURVEY_CLOSED']);
    expect(await world.received()).toBe(before);
  });
});
