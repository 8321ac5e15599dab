import { flowsOf, replayFlows, tellAppraisal, type FlowCode, type KeptFlow } from '@kaoji/application';
import { createFlowReplays } from '@kaoji/gateways';
import { withBundleFile } from './bundle-file.js';
import { bundleRecord } from './bundle-record.js';
import type { TellStory } from './story-sources.js';

/** Runs `use` with a teller of the stories of a bundle; histories replay under the builds inside. */
export async function withBundleStories<T>(
  path: string,
  forced: string | null,
  use: (tell: TellStory) => Promise<T>,
): Promise<T> {
  return withBundleFile(path, async (file) => {
    const { manifest, read } = file;
    const text = (entry: string): string => new TextDecoder().decode(read(entry));
    const code: FlowCode = {
      of: async (buildId) => {
        const build = manifest.builds.find((one) => one.buildId === buildId);
        return Promise.resolve(forced ?? (build === undefined ? null : text(build.bundle)));
      },
    };
    return use(async (appraisal) => {
      const record = bundleRecord(file, appraisal);
      const flows = flowsOf(record).flatMap(({ source, workflowId }) =>
        manifest.histories
          .filter((history) => history.workflowId === workflowId)
          .map(({ entry, runId }): KeptFlow => {
            const history = { form: 'gzip_protobuf', bytes: read(entry) } as const;
            return { source, workflowId, runId, origin: 'bundle', history };
          }),
      );
      return tellAppraisal(record, await replayFlows({ replays: createFlowReplays(), code }, flows));
    });
  });
}
