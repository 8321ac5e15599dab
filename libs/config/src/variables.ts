import { z } from 'zod';
import { archiveVariables } from './archive-variables.js';
import { channelVariables } from './channel-variables.js';
import { logVariables } from './log-variables.js';
import { oidcVariables } from './oidc-variables.js';
import { suiteVariables } from './suite-variables.js';

const port = (fallback: number) => z.coerce.number().int().min(0).max(65535).default(fallback);

/** `sqlite:<file>` (or `sqlite::memory:`), `mariadb://…` or `mysql://…`. */
const databaseUrl = z.string().regex(/^(sqlite:|mariadb:\/\/|mysql:\/\/)/);

/** `<key id>:<base64url, 32 bytes>`, comma separated; the first one signs or seals, all of them verify or open. */
const keys = z
  .string()
  .regex(/^[a-z0-9-]+:[A-Za-z0-9_-]{43}(,[a-z0-9-]+:[A-Za-z0-9_-]{43})*$/)
  .transform((text) =>
    text.split(',').map((pair) => {
      const at = pair.indexOf(':');
      return { id: pair.slice(0, at), secret: pair.slice(at + 1) };
    }),
  );

const database = { DATABASE_URL: databaseUrl };
const temporal = {
  TEMPORAL_ADDRESS: z.string().min(1).default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
};
/** Residents' contacts are sealed with these; the survey process has none of them. */
const contacts = { KAOJI_CONTACT_KEYS: keys };
/** Master keys of the keys of people, whose names and texts are sealed; the survey process has none of them. */
const people = { KAOJI_PERSON_KEYS: keys };
const deployment = {
  KAOJI_DEPLOYMENT: z.string().min(1).default('kaoji'),
  KAOJI_BUILD_ID: z.string().min(1),
  KAOJI_WORKFLOW_BUNDLE: z.string().min(1),
  /** A folder of `<build id>.js`: builds in it that still have open flows are polled for as well. */
  KAOJI_EARLIER_BUNDLES: z.string().min(1).optional(),
};

export const apiVariables = z.object({
  ...database,
  ...temporal,
  ...contacts,
  ...people,
  ...channelVariables,
  ...archiveVariables,
  ...suiteVariables,
  ...oidcVariables,
  KAOJI_API_HOST: z.string().default('127.0.0.1'),
  KAOJI_API_PORT: port(3400),
  /** How long after a password or sign-in decisions are taken without asking again. */
  KAOJI_STEP_UP_MINUTES: z.coerce.number().int().min(1).max(720).default(15),
  KAOJI_SURVEY_ORIGIN: z.url(),
  KAOJI_LINK_KEYS: keys,
  /** A folder of `<build id>.js`: what histories are replayed under where the archive does not have their build. */
  KAOJI_EARLIER_BUNDLES: z.string().min(1).optional(),
  /** Where people look at Temporal's own pages; operators get a link. */
  KAOJI_TEMPORAL_UI: z.url({ protocol: /^https?$/ }).optional(),
  /** The folder of the built console; without one the service has no screens. */
  KAOJI_CONSOLE: z.string().min(1).optional(),
});
const surveyOwn = z.object({
  ...database,
  KAOJI_SURVEY_DATABASE_URL: databaseUrl.optional(),
  KAOJI_SURVEY_HOST: z.string().default('127.0.0.1'),
  KAOJI_SURVEY_PORT: port(3401),
  /** Requests a second with genuine links from one address: many households, or a mobile carrier, share one. */
  KAOJI_SURVEY_ADDRESS_RATE: z.coerce.number().int().min(1).default(200),
  /** Addresses or networks of the proxies in front of the pages, comma separated: only they say who calls. */
  KAOJI_SURVEY_PROXIES: z
    .string()
    .regex(/^[0-9a-fA-F:./]+(,[0-9a-fA-F:./]+)*$/)
    .transform((text) => text.split(','))
    .optional(),
  KAOJI_LINK_KEYS: keys,
});
/** The database as the survey's own account sees it, where KAOJI_SURVEY_DATABASE_URL names one. */
function ownDatabase(env: unknown): unknown {
  const { KAOJI_SURVEY_DATABASE_URL: own, DATABASE_URL: given } = env as NodeJS.ProcessEnv;
  const set = own !== undefined && own !== '';
  return {
    ...(env as object),
    KAOJI_SURVEY_DATABASE_URL: set ? own : undefined,
    DATABASE_URL: set ? own : given,
  };
}
export const surveyVariables = z.preprocess(ownDatabase, surveyOwn);
export const workerVariables = z.object({
  ...database,
  ...temporal,
  ...contacts,
  ...people,
  ...channelVariables,
  ...deployment,
  ...archiveVariables,
  ...suiteVariables,
  ...logVariables,
  /** Where residents answer: invitations carry addresses below it. */
  KAOJI_SURVEY_ORIGIN: z.url(),
  KAOJI_LINK_KEYS: keys,
  KAOJI_WORKER_HOST: z.string().default('127.0.0.1'),
  KAOJI_WORKER_PORT: port(3402),
});
/** The terminal: every variable optional, each command names what it needs. */
export const cliVariables = z.object({
  DATABASE_URL: databaseUrl.optional(),
  ...temporal,
  ...archiveVariables,
  ...suiteVariables,
  ...logVariables,
  KAOJI_WORKFLOW_BUNDLE: z.string().optional(),
  KAOJI_EARLIER_BUNDLES: z.string().min(1).optional(),
  KAOJI_PERSON_KEYS: keys.optional(),
  /** Of commands that talk to the staff API: where it is, and a bearer token. */
  KAOJI_API: z.url().default('http://127.0.0.1:3400'),
  KAOJI_TOKEN: z.string().min(1).optional(),
});
/** Benches that look at screens. */
export const benchVariables = z.object({
  KAOJI_CHROMIUM: z.string().min(1).optional(),
  KAOJI_CONSOLE: z.string().min(1).optional(),
});
/** Tests against real services. */
export const testVariables = z.object({
  KAOJI_TEST_DATABASE_URL: databaseUrl.optional(),
  TEMPORAL_ADDRESS: z.string().optional(),
  KAOJI_CHROMIUM: z.string().optional(),
  KAOJI_CONSOLE: z.string().optional(),
  /** How many times harder than usual the hostile suites try. */
  KAOJI_STRESS_SCALE: z.coerce.number().int().min(1).default(1),
  /** Where a test finds the Temporal server the launcher found. */
  PATH: z.string().default(''),
  XDG_CACHE_HOME: z.string().optional(),
});
