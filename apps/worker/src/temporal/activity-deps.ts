import type { Client } from '@temporalio/client';
import type { ActivityDeps } from '@kaoji/activities';
import { createPostTitles, createRulebookShelf, numberEntries, type Transactions } from '@kaoji/application';
import {
  createBallotBoxes,
  createContactSealer,
  createFlowMessenger,
  createIds,
  createInvitationChannels,
  createLogGateways,
  createNoticeMaking,
  createSurveyLinks,
  systemClock,
} from '@kaoji/gateways';
import type { Database } from '@kaoji/persistence';
import { reportFault } from '../logging/logs.js';
import type { WorkerConfig } from '../worker-config.js';

/** What the steps of this worker work with. Its keys make links and seal contacts; none of them opens a ballot box. */
export function activityDeps(
  config: WorkerConfig,
  { transactions }: Pick<Database, 'transactions'>,
  client: Client,
): ActivityDeps {
  return {
    transactions,
    clock: systemClock,
    ids: createIds(systemClock),
    rulebooks: createRulebookShelf(),
    postTitles: createPostTitles(),
    messenger: createFlowMessenger(client),
    ballotBoxes: createBallotBoxes(),
    links: createSurveyLinks(config.KAOJI_LINK_KEYS),
    contacts: createContactSealer(config.KAOJI_CONTACT_KEYS),
    channels: createInvitationChannels(
      { sms: config.KAOJI_SMS_GATEWAY, wechat: config.KAOJI_WECHAT_GATEWAY, email: config.KAOJI_SMTP_URL },
      systemClock,
    ),
    ...createNoticeMaking({ links: config.KAOJI_LINK_KEYS, contacts: config.KAOJI_CONTACT_KEYS }),
    surveyOrigin: config.KAOJI_SURVEY_ORIGIN.replace(/\/+$/, ''),
    signLog: logSigner(config, transactions),
    report: reportFault,
  };
}

/** A log that cannot be signed is told to whoever runs the house, and holds up nobody's notice. */
function logSigner(config: WorkerConfig, transactions: Transactions): (cycleId: string) => Promise<void> {
  const log = { ...createLogGateways(config), transactions, clock: systemClock };
  return async (cycleId) => {
    if (log.keys.length === 0) return;
    try {
      await numberEntries(log, cycleId);
    } catch (fault) {
      reportFault('signLog', fault);
    }
  };
}
