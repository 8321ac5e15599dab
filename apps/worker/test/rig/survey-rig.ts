import type { ActivityDeps } from '@kaoji/activities';
import {
  createPostTitles,
  createRulebookShelf,
  createSheets,
  type HolderKey,
  type WorkflowGateway,
} from '@kaoji/application';
import { holderKeys, type SurveyPeople } from '@kaoji/application/testing';
import {
  createBallotBoxes,
  createBallotSealer,
  createContactSealer,
  createIds,
  createNoticeMaking,
  createSurveyLinks,
  shuffle,
  systemClock,
} from '@kaoji/gateways';
import { openSurveyDatabase, type Database } from '@kaoji/persistence';

const KEY = { id: 'rig', secret: Buffer.alloc(32, 7).toString('base64url') };

export type SurveyRig = {
  /** Residents, key holders and HR. */
  readonly people: SurveyPeople;
  readonly keys: readonly HolderKey[];
  /** What the steps of surveys need beside the engine's own; no channel is configured. */
  readonly steps: Pick<
    ActivityDeps,
    | 'ballotBoxes'
    | 'postTitles'
    | 'channels'
    | 'contacts'
    | 'surveyOrigin'
    | 'links'
    | 'ids'
    | 'noticeLinks'
    | 'objectionKeys'
    | 'qrCode'
  >;
  readonly close: () => Promise<void>;
};

/** The people of surveys over a database file: residents have a connection of their own. */
export async function startSurveyRig(
  url: string,
  { transactions }: Pick<Database, 'transactions'>,
  gateway: WorkflowGateway,
): Promise<SurveyRig> {
  const { reads, intake, close } = await openSurveyDatabase(url);
  const ballotBoxes = createBallotBoxes();
  const clock = systemClock;
  const ids = createIds(clock);
  const links = createSurveyLinks([KEY]);
  return {
    people: {
      ...{ transactions, clock, gateway, ballotBoxes, shuffle, ids, links },
      rulebooks: createRulebookShelf(),
      residents: {
        reads,
        intake,
        clock,
        sheets: createSheets(),
        sealer: createBallotSealer({ now: clock.now }),
      },
    },
    keys: await holderKeys(ballotBoxes),
    steps: {
      ...{ ballotBoxes, ids, links },
      postTitles: createPostTitles(),
      channels: new Map(),
      contacts: createContactSealer([KEY]),
      ...createNoticeMaking({ links: [KEY], contacts: [KEY] }),
      surveyOrigin: 'http://survey.test',
    },
    close,
  };
}
