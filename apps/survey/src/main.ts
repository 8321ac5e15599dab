import { loadConfig, surveyVariables } from '@kaoji/config';
import {
  createBallotSealer,
  createNoticeLinks,
  createObjectionSealer,
  createSurveyLinks,
  systemClock,
} from '@kaoji/gateways';
import { openSurveyDatabase } from '@kaoji/persistence';
import { createSurveyApp } from './survey-app.js';

const config = loadConfig(surveyVariables);
const database = await openSurveyDatabase(config.DATABASE_URL);
const write = (line: object) => {
  process.stdout.write(`${JSON.stringify({ at: new Date(systemClock.now()).toISOString(), ...line })}\n`);
};
const perSecond = config.KAOJI_SURVEY_ADDRESS_RATE;
const app = await createSurveyApp({
  reads: database.reads,
  intake: database.intake,
  sealer: createBallotSealer(systemClock),
  notice: {
    notices: database.notices,
    objections: database.objections,
    objectionSealer: createObjectionSealer(),
    noticeLinks: createNoticeLinks(config.KAOJI_LINK_KEYS),
  },
  links: createSurveyLinks(config.KAOJI_LINK_KEYS),
  clock: systemClock,
  ready: () => database.ping(),
  log: write,
  limits: { genuinePerAddress: { perSecond, atOnce: perSecond * 30 } },
  proxies: config.KAOJI_SURVEY_PROXIES ?? [],
});

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  // Answers under way are finished before the database goes.
  await app.close();
  await database.close();
  write({ event: 'stopped', service: 'survey' });
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    void stop();
  });
}

await app.listen(config.KAOJI_SURVEY_PORT, config.KAOJI_SURVEY_HOST);
write({ event: 'ready', service: 'survey', url: await app.getUrl() });
