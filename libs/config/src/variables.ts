import { z } from 'zod';

const port = (fallback: number) => z.coerce.number().int().min(0).max(65535).default(fallback);

/** `sqlite:<file>` (or `sqlite::memory:`), `mariadb://…` or `mysql://…`. */
const databaseUrl = z.string().regex(/^(sqlite:|mariadb:\/\/|mysql:\/\/)/);

/** `<key id>:<base64url, 32 bytes>`, comma separated; the first one signs, all of them verify. */
const linkKeys = z
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
  KAOJI_API_HOST: z.string().default('127.0.0.1'),
  KAOJI_API_PORT: port(3400),
  KAOJI_SURVEY_ORIGIN: z.url(),
  KAOJI_LINK_KEYS: linkKeys,
});
export const surveyVariables = z.object({
  ...database,
  KAOJI_SURVEY_HOST: z.string().default('127.0.0.1'),
  KAOJI_SURVEY_PORT: port(3401),
  KAOJI_LINK_KEYS: linkKeys,
});
export const workerVariables = z.object({
  ...database,
  ...temporal,
  ...deployment,
  KAOJI_WORKER_HOST: z.string().default('127.0.0.1'),
  KAOJI_WORKER_PORT: port(3402),
});
/** The terminal: every variable optional, each command names what it needs. */
export const cliVariables = z.object({
  DATABASE_URL: databaseUrl.optional(),
  ...temporal,
  KAOJI_WORKFLOW_BUNDLE: z.string().optional(),
});
/** Tests against real services. */
export const testVariables = z.object({
  KAOJI_TEST_DATABASE_URL: databaseUrl.optional(),
  TEMPORAL_ADDRESS: z.string().optional(),
  KAOJI_CHROMIUM: z.string().optional(),
  /** Where a test finds the Temporal server the launcher found. */
  PATH: z.string().default(''),
  XDG_CACHE_HOME: z.string().optional(),
});
