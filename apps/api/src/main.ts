import { createCalendarShelf, createRulebookShelf, createSignInAttempts } from '@kaoji/application/staff';
import { apiVariables, loadConfig } from '@kaoji/config';
import {
  configuredArchive,
  configuredChannels,
  createClosedRuns,
  connectTemporal,
  createBallotBoxes,
  createContactSealer,
  createEngineWatch,
  createDeliveryReports,
  createFlowCode,
  createFlowReplays,
  createIds,
  createNoticeLinks,
  createObjectionKeys,
  createObjectionSealer,
  createPasswords,
  createSecrets,
  createSlipPrinter,
  createSurveyLinks,
  createWorkflowGateway,
  personSealing,
  shuffle,
  suiteOf,
  systemClock,
} from '@kaoji/gateways';
import { openDatabase } from '@kaoji/persistence';
import { configuredProvider } from './access/configured-provider.js';
import { createApiApp } from './api-app.js';
import type { ApiEvent } from './http/api-log.js';
import { loadCalendars } from './load-calendars.js';
import { OutboxRelay } from './outbox-relay.js';
import { releaseVersion } from './release-version.js';

const write = (line: ApiEvent): void => {
  process.stdout.write(`${JSON.stringify({ at: new Date(systemClock.now()).toISOString(), ...line })}\n`);
};

const config = loadConfig(apiVariables);
const { KAOJI_PERSON_KEYS: personKeys, KAOJI_SUITE: suites } = config;
const database = await openDatabase(config.DATABASE_URL, personSealing(personKeys, suites.usual));
const pending = await database.pendingMigrations();
if (pending.length > 0) {
  await database.close();
  process.stderr.write(
    `The database is ${pending.length} migration(s) behind (${pending.join(', ')}). Run: npm run kaoji -- db migrate\n`,
  );
  process.exit(1);
}

const channels = {
  sms: config.KAOJI_SMS_GATEWAY,
  wechat: config.KAOJI_WECHAT_GATEWAY,
  email: config.KAOJI_SMTP_URL,
};
const temporal = connectTemporal(config.TEMPORAL_ADDRESS, config.TEMPORAL_NAMESPACE);
const provider = await configuredProvider(config);
const archive = await configuredArchive(config);
const app = await createApiApp({
  transactions: database.transactions,
  gateway: createWorkflowGateway(temporal),
  passwords: createPasswords(),
  secrets: createSecrets(),
  clock: systemClock,
  ids: createIds(systemClock),
  links: createSurveyLinks(config.KAOJI_LINK_KEYS),
  attempts: createSignInAttempts(),
  stepUpMs: config.KAOJI_STEP_UP_MINUTES * 60_000,
  provider,
  ballotBoxes: createBallotBoxes(),
  passphrases: createSignInAttempts(),
  shuffle,
  contacts: createContactSealer(config.KAOJI_CONTACT_KEYS),
  noticeLinks: createNoticeLinks(config.KAOJI_LINK_KEYS),
  objectionKeys: createObjectionKeys(config.KAOJI_CONTACT_KEYS),
  objectionSealer: createObjectionSealer(),
  channels: new Set(configuredChannels(channels)),
  reports: createDeliveryReports(channels, systemClock),
  slips: createSlipPrinter(),
  rulebooks: createRulebookShelf(),
  calendars: createCalendarShelf(await loadCalendars()),
  surveyOrigin: config.KAOJI_SURVEY_ORIGIN.replace(/\/+$/, ''),
  consoleFolder: config.KAOJI_CONSOLE ?? null,
  archive,
  closedRuns: createClosedRuns(temporal, { withinMs: 5_000 }),
  engine: createEngineWatch(temporal, { withinMs: 5_000 }),
  version: releaseVersion(),
  temporalUi: config.KAOJI_TEMPORAL_UI ?? null,
  databaseProduct: () => database.product(),
  replays: createFlowReplays(),
  code: createFlowCode({
    folder: config.KAOJI_EARLIER_BUNDLES,
    archive: archive === null ? null : { store: archive, transactions: database.transactions },
  }),
  suites: suiteOf,
  ping: () => database.ping(),
  log: write,
});

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  // Requests under way are answered before the database goes.
  await app.close();
  await temporal.connection.close();
  await database.close();
  write({ event: 'stopped', service: 'api' });
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => void stop());
}

await app.listen(config.KAOJI_API_PORT, config.KAOJI_API_HOST);
app.get(OutboxRelay).start();
write({ event: 'ready', service: 'api', url: await app.getUrl() });
