import type { Client } from '@temporalio/client';
import type { ActivityDeps } from '@kaoji/activities';
import { createPostTitles, createRulebookShelf } from '@kaoji/application';
import {
  createBallotBoxes,
  createContactSealer,
  createFlowMessenger,
  createIds,
  createInvitationChannels,
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
    report: reportFault,
  };
}
