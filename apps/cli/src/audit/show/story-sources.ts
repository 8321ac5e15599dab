import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  flowsOf,
  keptFlows,
  readAppraisalRecord,
  replayFlows,
  tellAppraisal,
  type ArchivedRun,
  type FlowCode,
} from '@kaoji/application';
import { cliVariables, loadConfig } from '@kaoji/config';
import { Refusal } from '@kaoji/domain';
import type { Story } from '@kaoji/domain/story';
import {
  configuredArchive,
  createFlowCode,
  createFlowReplays,
  createWorkflowGateway,
  personSealing,
} from '@kaoji/gateways';
import { withTemporal } from '../../replay/read-histories.js';

export type StorySource = {
  readonly file: string | undefined;
  /** The workflow bundle to replay under, whatever build a history names. */
  readonly bundle: string | undefined;
};
export type TellStory = (appraisal: string) => Promise<Story>;

/** Runs `use` with a teller of stories: from a bundle file, or from the database, the archive and Temporal. */
export async function withStories<T>(source: StorySource, use: (tell: TellStory) => Promise<T>): Promise<T> {
  const forced = source.bundle === undefined ? null : await readCode(source.bundle);
  if (source.file !== undefined) {
    const { withBundleStories } = await import('./bundle-stories.js');
    return withBundleStories(source.file, forced, use);
  }
  const config = loadConfig(cliVariables);
  if (config.DATABASE_URL === undefined) {
    throw new Refusal('DATABASE_URL_MISSING', 'Set DATABASE_URL, or name a bundle with --file.');
  }
  const { openDatabase } = await import('@kaoji/persistence');
  const database = await openDatabase(config.DATABASE_URL, personSealing(config.KAOJI_PERSON_KEYS));
  try {
    const archive = await configuredArchive(config);
    const { transactions } = database;
    const kept = createFlowCode({
      folder: config.KAOJI_EARLIER_BUNDLES ?? beside(config.KAOJI_WORKFLOW_BUNDLE),
      archive: archive === null ? null : { store: archive, transactions },
    });
    const code: FlowCode = forced === null ? kept : { of: async () => Promise.resolve(forced) };
    const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } = config;
    return await withTemporal({ address, namespace }, async (client) =>
      use(async (appraisal) => {
        const { record, archived } = await transactions.read(async (stores) => {
          const read = await readAppraisalRecord(stores, appraisal);
          const runs = new Map<string, readonly ArchivedRun[]>();
          for (const { workflowId } of flowsOf(read)) {
            runs.set(workflowId, await stores.archivedRuns.ofWorkflow(workflowId));
          }
          return { record: read, archived: runs };
        });
        const flows = await keptFlows(
          { gateway: createWorkflowGateway(client), archive },
          flowsOf(record),
          archived,
        );
        return tellAppraisal(record, await replayFlows({ replays: createFlowReplays(), code }, flows));
      }),
    );
  } finally {
    await database.close();
  }
}

/** Bundles of every build lie beside the one that runs. */
const beside = (bundle: string | undefined): string | undefined =>
  bundle === undefined ? undefined : dirname(bundle);

/** Refuses `BUNDLE_MISSING`. */
async function readCode(path: string): Promise<string> {
  const code = await readFile(path, 'utf8').catch(() => null);
  if (code === null) throw new Refusal('BUNDLE_MISSING', `There is no workflow bundle at ${path}.`);
  return code;
}
