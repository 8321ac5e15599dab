import type { CampaignCount } from '@kaoji/domain';
import type { SurveyStore } from '../../ports/survey-stores.js';
import type { Stratum } from '../../ports/survey-records.js';

/** What came in, by stratum, and how much of it staff filled in. */
export type Received = {
  readonly total: number;
  readonly byStratum: Readonly<Partial<Record<Stratum, number>>>;
  readonly assisted: number;
};

/** Of a box that is not opened: its envelopes. */
export function receivedNow(counts: Awaited<ReturnType<SurveyStore['envelopeCounts']>>): Received {
  const byStratum: Partial<Record<Stratum, number>> = {};
  let [total, assisted] = [0, 0];
  for (const row of counts) {
    byStratum[row.stratum] = (byStratum[row.stratum] ?? 0) + row.count;
    total += row.count;
    if (row.assisted) assisted += row.count;
  }
  return { total, byStratum, assisted };
}

/** Of a count: its valid ballots, which are what a sample is made of. */
export function receivedOf({ valid, strata, assisted }: CampaignCount): Received {
  return {
    total: valid,
    byStratum: Object.fromEntries(strata.map((row) => [row.stratum, row.valid])),
    assisted: assisted.valid,
  };
}
