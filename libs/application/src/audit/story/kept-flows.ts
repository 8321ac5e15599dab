import type { ReplayedFlow, ToldFlow } from '@kaoji/domain/story';
import { Refusal } from '@kaoji/domain';
import type { ArchiveStore } from '../../ports/archive.js';
import type { ArchivedRun } from '../../ports/archived-runs.js';
import type { FlowCode, FlowReplays, KeptRun } from '../../ports/flow-replays.js';
import type { WorkflowGateway } from '../../ports/gateways.js';
import type { AppraisalRecord } from './appraisal-record.js';

type FlowSource = ToldFlow['source'];
/** A flow whose history is at hand, wherever it was kept. */
export type KeptFlow = KeptRun & { readonly source: FlowSource; readonly origin: ToldFlow['origin'] };
export type FlowName = { readonly source: FlowSource; readonly workflowId: string };

/** The flows of an appraisal by the ids of temporal-contract: its own, its contest's, its unit's. */
export function flowsOf({
  appraisal,
  cycleKey,
  contest,
}: Pick<AppraisalRecord, 'appraisal' | 'cycleKey' | 'contest'>): readonly FlowName[] {
  const base = `cycle/${cycleKey}`;
  return [
    { source: 'appraisal', workflowId: `${base}/appraisal/${appraisal.id}` },
    ...(contest === null
      ? []
      : [{ source: 'contest' as const, workflowId: `${base}/contest/${contest.row.id}` }]),
    { source: 'unit', workflowId: `${base}/unit/${appraisal.unitId}` },
  ];
}

export type KeptFlowDeps = {
  readonly gateway: Pick<WorkflowGateway, 'history'>;
  /** Null where no archive is configured. */
  readonly archive: Pick<ArchiveStore, 'get'> | null;
};

/**
 * The histories of flows: from the archive where a run is in it, else from Temporal; a flow neither holds is left out,
 * since Temporal forgets and a rehearsal may have been cleared away.
 */
export async function keptFlows(
  { gateway, archive }: KeptFlowDeps,
  names: readonly FlowName[],
  archived: ReadonlyMap<string, readonly ArchivedRun[]>,
): Promise<readonly KeptFlow[]> {
  const found: KeptFlow[] = [];
  for (const { source, workflowId } of names) {
    const fromArchive: KeptFlow[] = [];
    for (const run of archive === null ? [] : (archived.get(workflowId) ?? [])) {
      const bytes = (await archive?.get(run.objectName)) ?? null;
      if (bytes === null) continue;
      const history = { form: 'gzip_protobuf', bytes } as const;
      fromArchive.push({ source, workflowId, runId: run.runId, origin: 'archive', history });
    }
    if (fromArchive.length > 0) {
      found.push(...fromArchive);
      continue;
    }
    const text = await gateway.history(workflowId).catch(notThere);
    if (text === null) continue;
    found.push({ source, workflowId, runId: null, origin: 'temporal', history: { form: 'json', text } });
  }
  return found;
}

function notThere(fault: unknown): null {
  if (fault instanceof Refusal && fault.code === 'NOT_FOUND') return null;
  throw fault;
}

/** Replays what was found; each flow under the code of the build that made it. */
export async function replayFlows(
  { replays, code }: { readonly replays: FlowReplays; readonly code: FlowCode },
  flows: readonly KeptFlow[],
): Promise<readonly ReplayedFlow[]> {
  const replayed = await replays.replay(flows, (build) => code.of(build));
  return replayed.map((run, at): ReplayedFlow => {
    const { source, origin } = flows[at] ?? { source: 'appraisal', origin: 'temporal' };
    return { ...run, source, origin };
  });
}
