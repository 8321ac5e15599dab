import { Refusal } from '@kaoji/domain';

/** What the durable benches run on; `npm run bench` starts and names all of it. */
export type BenchSetting = {
  readonly address: string;
  readonly namespace: string;
  readonly databaseUrl: string;
  readonly bundle: string;
};

type Variables = {
  readonly TEMPORAL_ADDRESS: string;
  readonly TEMPORAL_NAMESPACE: string;
  readonly DATABASE_URL?: string | undefined;
  readonly KAOJI_WORKFLOW_BUNDLE?: string | undefined;
};

/** Refuses `USAGE` where the database or the workflow bundle is not named. */
export function benchSetting(variables: Variables): BenchSetting {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } = variables;
  const { DATABASE_URL: databaseUrl, KAOJI_WORKFLOW_BUNDLE: bundle } = variables;
  if (databaseUrl === undefined || bundle === undefined) {
    throw new Refusal(
      'USAGE',
      'Set DATABASE_URL (an empty database) and KAOJI_WORKFLOW_BUNDLE, or use `npm run bench`.',
    );
  }
  return { address, namespace, databaseUrl, bundle };
}
