import { setTimeout as pause } from 'node:timers/promises';
import type { ActivityDeps } from '@kaoji/activities';
import {
  closeCampaign,
  createSheets,
  openCampaign,
  type Campaign,
  type HolderKey,
  type WorkflowGateway,
} from '@kaoji/application';
import {
  answerSurveys,
  holderKeys,
  openAndConfirm,
  openSealed,
  type SurveyPeople,
  type Year,
} from '@kaoji/application/testing';
import { createBallotSealer, shuffle } from '@kaoji/gateways';
import { openSurveyDatabase } from '@kaoji/persistence';

const LOOK_EVERY_MS = 50;

/** The people of the surveys of a bench: residents, two key holders, HR. */
export type BenchSurvey = {
  readonly keys: readonly HolderKey[];
  /** Residents answer and the boxes are opened; not part of what is measured. */
  readonly answer: (year: Year, campaigns: readonly Campaign[]) => Promise<void>;
  /** HR closes every survey and confirms its count, as soon as the flows are there. */
  readonly finish: (year: Year, campaigns: readonly Campaign[]) => Promise<void>;
  readonly stop: () => Promise<void>;
};

export async function startBenchSurvey(
  url: string,
  deps: ActivityDeps & Pick<SurveyPeople, 'ballotBoxes'>,
  gateway: WorkflowGateway,
): Promise<BenchSurvey> {
  const { transactions, clock, ids, links, rulebooks, ballotBoxes } = deps;
  const { reads, intake, close } = await openSurveyDatabase(url);
  const people: SurveyPeople = {
    ...{ transactions, clock, ids, links, rulebooks, ballotBoxes, gateway, shuffle },
    residents: {
      reads,
      intake,
      clock,
      sheets: createSheets(),
      sealer: createBallotSealer({ now: clock.now }),
    },
  };
  return {
    keys: await holderKeys(ballotBoxes),
    answer: async (year, campaigns) => {
      for (const { id } of campaigns) await openCampaign(deps, { campaignId: id });
      await answerSurveys(people, year);
      for (const { id } of campaigns) await closeCampaign(deps, { campaignId: id, extensions: 0 });
      await openSealed(people, year);
    },
    finish: async (year, campaigns) => {
      await Promise.all(
        campaigns.map(async ({ id }) => {
          while (!(await gateway.closeSurvey(year.cycleKey, id, 'close')).ok) await pause(LOOK_EVERY_MS);
        }),
      );
      await openAndConfirm(people, year);
    },
    stop: close,
  };
}
