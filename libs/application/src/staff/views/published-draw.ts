import { DRAW_ALGORITHM } from '@kaoji/domain';
import type { Stores } from '../../ports/stores.js';
import type { Stratum, SurveyDraw } from '../../ports/survey-records.js';

/** A draw as everybody may know it: whoever has the list draws the same again. It names nobody. */
export type PublishedDraw = Pick<SurveyDraw, 'seed' | 'listHash' | 'drawnAt'> & {
  readonly algorithm: string;
  readonly strata: readonly {
    readonly stratum: Stratum;
    readonly listed: number;
    readonly size: number;
    readonly drawn: number;
  }[];
};

/** The draw of a campaign; null when its links were given out otherwise. It outlives the list it was made from. */
export async function publishedDraw(stores: Stores, campaignId: string): Promise<PublishedDraw | null> {
  const draw = await stores.invitations.draw(campaignId);
  if (draw === null) return null;
  const { seed, listHash, drawnAt } = draw;
  const strata = JSON.parse(draw.strata) as PublishedDraw['strata'];
  return { algorithm: DRAW_ALGORITHM, seed, listHash, drawnAt, strata };
}
