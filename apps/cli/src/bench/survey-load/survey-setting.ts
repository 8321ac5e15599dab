import { randomBytes } from 'node:crypto';
import type { SurveyLinks } from '@kaoji/application';
import { createSurveyLinks, systemClock } from '@kaoji/gateways';
import { type Database, makeSurveyAccount, openDatabase } from '@kaoji/persistence';
import { type BulkLink, signLinks, storeLinks } from './issue-in-bulk.js';
import { type LoadProcess, startLoadProcess, STAND_IN, SURVEY } from './load-process.js';
import { openCampaigns, type CampaignPlan, type OpenCampaign } from './open-campaigns.js';
import { type OwnMariadb, startOwnMariadb } from './own-mariadb.js';

/** What surveys are measured and attacked on: a durable MariaDB of their own with open campaigns. */
export type SurveySetting = {
  readonly mariadb: OwnMariadb;
  readonly database: Database;
  readonly links: SurveyLinks;
  readonly campaigns: readonly OpenCampaign[];
  /** New links in turn of each campaign, stored. */
  issue(count: number): Promise<readonly BulkLink[]>;
  /** Another process on this database: the real one, with the account it has in production, or a stand-in. */
  start(env?: Readonly<Record<string, string>>): Promise<LoadProcess>;
  startStandIn(what: string): Promise<LoadProcess>;
  /** Envelopes in all boxes. */
  received(): Promise<number>;
};

/** One machine sends everything here: its one address must not be what limits it. */
const ANY_RATE = '1000000000';

/** Sets it up, and stops everything it started, whatever happens. */
export async function withSurveySetting<T>(
  plan: CampaignPlan,
  work: (setting: SurveySetting) => Promise<T>,
): Promise<T> {
  const stops: (() => Promise<void>)[] = [];
  try {
    const mariadb = await startOwnMariadb();
    stops.push(() => mariadb.close());
    const database = await openDatabase(mariadb.url);
    stops.push(() => database.close());
    await database.migrate();
    const { open: campaigns } = await openCampaigns(database, plan);
    const surveyUrl = await ownAccount(mariadb.url);
    const key = { id: 'k', secret: randomBytes(32).toString('base64url') };
    const links = createSurveyLinks([key]);
    const common = {
      KAOJI_LINK_KEYS: `${key.id}:${key.secret}`,
      KAOJI_SURVEY_PORT: '0',
      NODE_ENV: 'production',
    };
    const started = async (starting: Promise<LoadProcess>): Promise<LoadProcess> => {
      const running = await starting;
      stops.push(() => running.stop());
      return running;
    };
    return await work({
      mariadb,
      database,
      links,
      campaigns,
      issue: async (count) => {
        const issued = signLinks(links, campaigns, count, systemClock.now());
        await storeLinks(database, issued);
        return issued;
      },
      start: (env = {}) => {
        const own = { ...common, DATABASE_URL: surveyUrl, KAOJI_SURVEY_ADDRESS_RATE: ANY_RATE, ...env };
        return started(startLoadProcess(SURVEY, own));
      },
      startStandIn: (what) =>
        started(
          startLoadProcess(STAND_IN, { ...common, DATABASE_URL: mariadb.url }, [
            what,
            campaigns[0]?.campaignId ?? '',
          ]),
        ),
      received: () => receivedIn(database, campaigns),
    });
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

async function ownAccount(url: string): Promise<string> {
  const password = randomBytes(18).toString('hex');
  const { user } = await makeSurveyAccount(url, { user: 'kaoji_survey', password, host: null });
  const own = new URL(url);
  own.username = user;
  own.password = password;
  return own.href;
}

async function receivedIn(
  { transactions }: Pick<Database, 'transactions'>,
  campaigns: readonly OpenCampaign[],
): Promise<number> {
  return transactions.read(async ({ surveys }) => {
    let received = 0;
    for (const { campaignId } of campaigns) {
      for (const { count } of await surveys.envelopeCounts(campaignId)) received += count;
    }
    return received;
  });
}
