import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { destroyBox } from '@kaoji/application';
import { DRAW_ALGORITHM, drawSample, listHash } from '@kaoji/domain';
import { systemClock } from '@kaoji/gateways';
import type { SurveyCountView } from '@kaoji/http-contract';
import { STRATA, listOf, refOf, stratumOf } from './harness/asking.js';
import { UNIT } from './harness/places.js';
import { startVoting, type Voting } from './harness/voting.js';

type Draw = {
  readonly algorithm: string;
  readonly seed: string;
  readonly listHash: string;
  readonly drawnAt: number;
  readonly strata: readonly { stratum: string; listed: number; size: number; drawn: number }[];
};
const SEED = '演示：开奖号码 2026';
const LIST = STRATA.map((stratum) => ({
  stratum,
  refs: Array.from({ length: 200 }, (_row, index) => index + 1)
    .filter((n) => stratumOf(n) === stratum)
    .map((n) => refOf(n)),
}));

let voting: Voting;
beforeAll(async () => {
  voting = await startVoting();
});
afterAll(() => voting.close());

describe('a public notice', () => {
  it('publishes how residents were drawn: whoever has the list draws the same, even after the box is destroyed', async () => {
    const hr = await voting.api.as('hr');
    const { transactions } = voting.api.database;
    const vote = await voting.cycle();
    const { cycleId, campaignId } = vote;
    const at = (path: string) => `/api/surveys/${campaignId}/${path}`;
    await vote.opened();
    await hr.upload(at('residents'), 'text/csv', listOf(200));
    const sizes = STRATA.map((stratum) => ({ stratum, sample: 15 }));
    const made = await hr.post<{ refs: { stratum: string; refs: string[] }[] }>(at('draw'), {
      ...{ seed: SEED, listHash: listHash(LIST), sizes },
    });
    expect(made.status).toBe(201);
    await vote.answered(4);
    await vote.closed();
    for (const name of ['superior', 'panel'] as const) await vote.act(name);
    const { body } = await hr.get<SurveyCountView>(at('count'));
    await hr.post(at('count/confirm'), { countHash: body.hash });
    await destroyBox({ transactions, clock: systemClock }, { campaignId });
    const startsAt = Date.now() - 1_000;
    await transactions.run(({ decisions }) =>
      decisions.insertNotice({ cycleId, unitId: UNIT, startsAt, endsAt: startsAt + 600_000, entries: [] }),
    );

    type Notices = { items: { surveys: { draw: Draw }[] }[] };
    const shown = await voting.api.stranger.get<Notices>('/api/public/notices');
    const draw = shown.body.items[0]?.surveys[0]?.draw;
    if (draw === undefined) throw new Error('The notice shows no draw.');
    expect(draw).toMatchObject({ algorithm: DRAW_ALGORITHM, seed: SEED, listHash: listHash(LIST) });
    expect(draw.drawnAt).toBeLessThanOrEqual(Date.now());
    const again = drawSample({
      seed: draw.seed,
      strata: LIST.map((one) => ({
        ...one,
        size: draw.strata.find(({ stratum }) => stratum === one.stratum)?.size ?? 0,
      })),
    });
    expect(draw.strata).toEqual(again.map(({ drawn, ...counts }) => ({ ...counts, drawn: drawn.length })));
    expect(made.body.refs.map(({ refs }) => [...refs].sort())).toEqual(
      again.map(({ drawn }) => [...drawn].sort()),
    );
    for (const { refs } of LIST) expect(refs.some((ref) => shown.text.includes(ref))).toBe(false);
  }, 60_000);
});
