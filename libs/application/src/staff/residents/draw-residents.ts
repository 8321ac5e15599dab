import { Refusal, drawSample, listHash } from '@kaoji/domain';
import type { Clock } from '../../ports/gateways.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Stratum } from '../../ports/survey-records.js';
import type { Actor } from '../access/actor.js';
import { notFound } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { demandSurvey, takesAnswers, type FoundSurvey } from '../survey/find-survey.js';
import { recordList } from './import-residents.js';
import { byStratum } from './resident-strata.js';

export type DrawDeps = {
  readonly transactions: Transactions;
  readonly rulebooks: RulebookShelf;
  readonly clock: Clock;
};
export type StratumSize = { readonly stratum: Stratum; readonly sample: number };
/** A draw with all that is needed to make it again (`kaoji survey draw`); references are nobody's name. */
export type DrawView = {
  readonly seed: string;
  readonly listHash: string;
  readonly listedAt: number;
  readonly drawnAt: number;
  readonly drawnBy: string;
  readonly strata: readonly DrawnCount[];
  readonly refs: readonly { readonly stratum: Stratum; readonly refs: readonly string[] }[];
};
type DrawnCount = {
  readonly stratum: Stratum;
  readonly listed: number;
  readonly size: number;
  readonly drawn: number;
};

/**
 * Draws the sample, once. The list comes first: its hash is recorded at the import and published; then a seed that
 * nobody could choose by then, such as the numbers of a lottery on a day named beforehand. The request names the
 * hash, so that no other list is drawn from. Sizes are the rulebook's; only where it has none, the request's.
 * Refuses `DRAW_MADE`, `RESIDENTS_MISSING`, `LIST_CHANGED`, `SAMPLE_SIZES_MISSING`, `CAMPAIGN_CLOSED`, `NOT_FOUND`,
 * `FORBIDDEN`.
 */
export async function drawResidents(
  deps: DrawDeps,
  actor: Actor,
  input: {
    readonly campaignId: string;
    readonly seed: string;
    readonly listHash: string;
    readonly sizes?: readonly StratumSize[] | undefined;
  },
): Promise<DrawView> {
  const { campaignId, seed } = input;
  return deps.transactions.run(async (stores) => {
    const found = await demandSurvey(stores, actor, 'survey.run', campaignId);
    if (!takesAnswers(found.campaign)) throw new Refusal('CAMPAIGN_CLOSED', 'The campaign has closed.');
    if ((await stores.invitations.draw(campaignId)) !== null) throw drawMade();
    const strata = byStratum(await stores.invitations.residents(campaignId));
    if (strata.length === 0) throw new Refusal('RESIDENTS_MISSING', 'Import the list of residents first.');
    const hash = listHash(strata);
    if (hash !== input.listHash) {
      throw new Refusal(
        'LIST_CHANGED',
        'The list has another hash. Publish the hash of this list, then draw.',
      );
    }
    const sizes = await sizesOf(deps, stores, found, input.sizes);
    const sample = drawSample({
      seed,
      strata: strata.map((one) => ({ ...one, size: sizes.get(one.stratum) ?? 0 })),
    });
    const drawn = sample.map(({ drawn: refs, ...counts }) => ({ ...counts, drawn: refs.length }));
    const now = deps.clock.now();
    await insertOnce(stores, {
      campaignId,
      seed,
      listHash: hash,
      strata: JSON.stringify(drawn),
      drawnBy: actor.accountId,
      drawnAt: now,
    });
    await stores.invitations.markDrawn(
      campaignId,
      sample.flatMap(({ drawn: refs }) => refs),
    );
    return viewOf(stores, campaignId, now);
  });
}

/** The draw of a campaign: seed, list, and whom it fell on; nothing of who answered. Refuses `NOT_FOUND`, `FORBIDDEN`. */
export async function viewDraw(
  deps: Pick<DrawDeps, 'transactions' | 'clock'>,
  actor: Actor,
  campaignId: string,
): Promise<DrawView> {
  return deps.transactions.run(async (stores) => {
    await demandSurvey(stores, actor, 'survey.run', campaignId);
    return viewOf(stores, campaignId, deps.clock.now());
  });
}

async function viewOf(stores: Stores, campaignId: string, now: number): Promise<DrawView> {
  const draw = await stores.invitations.draw(campaignId);
  if (draw === null) throw notFound('draw');
  const { seed, listHash: hash, drawnAt, drawnBy } = draw;
  const { listedAt } = await recordList(stores, campaignId, hash, { listedAt: now, listedBy: drawnBy });
  const residents = await stores.invitations.residents(campaignId);
  return {
    seed,
    listHash: hash,
    listedAt,
    drawnAt,
    drawnBy,
    strata: JSON.parse(draw.strata) as DrawnCount[],
    refs: byStratum(residents.filter(({ drawn }) => drawn)),
  };
}

async function sizesOf(
  { rulebooks }: DrawDeps,
  stores: Stores,
  { cycle }: FoundSurvey,
  asked: readonly StratumSize[] | undefined,
): Promise<ReadonlyMap<Stratum, number>> {
  const { survey } = await rulebooks.take(stores, cycle.rulebookHash);
  const sizes = survey?.strata ?? asked;
  if (sizes === undefined || sizes.length === 0) {
    throw new Refusal('SAMPLE_SIZES_MISSING', 'The rulebook names no sample sizes; the request must.');
  }
  return new Map(sizes.map(({ stratum, sample }) => [stratum, sample]));
}

/** Two who draw at once: the first made it. */
async function insertOnce(
  stores: Stores,
  draw: Parameters<Stores['invitations']['insertDraw']>[0],
): Promise<void> {
  try {
    await stores.invitations.insertDraw(draw);
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'DUPLICATE_DRAW') throw drawMade();
    throw fault;
  }
}

function drawMade(): Refusal {
  return new Refusal('DRAW_MADE', 'The sample of this campaign is drawn already; it is drawn once.');
}
