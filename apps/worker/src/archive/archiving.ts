import type { Client } from '@temporalio/client';
import type { ArchiveActivityDeps } from '@kaoji/activities';
import { numberLogs, type ArchiveAlarm } from '@kaoji/application';
import { configuredArchive, createClosedRuns, createLogGateways, systemClock } from '@kaoji/gateways';
import { createReplayer } from '@kaoji/gateways/replay';
import type { Database } from '@kaoji/persistence';
import { logs } from '../logging/logs.js';
import type { WorkerConfig } from '../worker-config.js';
import { createBuildShelf } from './build-shelf.js';

/** What the sweep works with; null where no archive is configured. */
export async function archivingDeps(
  config: WorkerConfig,
  { transactions }: Pick<Database, 'transactions'>,
  client: Client,
): Promise<ArchiveActivityDeps | null> {
  const archive = await configuredArchive(config);
  if (archive === null) return null;
  const log = createLogGateways(config);
  return {
    transactions,
    clock: systemClock,
    closedRuns: createClosedRuns(client),
    archive,
    suiteOfArea: log.suiteOfArea,
    builds: createBuildShelf(config),
    replayer: createReplayer(),
    alarm: raiseAlarm,
    numberLogs: () => numberLogs({ ...log, transactions, clock: systemClock }),
  };
}

/** An error in the log is what whoever runs the house is called by; the page of the archive shows the same. */
function raiseAlarm(alarm: ArchiveAlarm): void {
  logs.error({ event: 'archive-alarm', ...alarm });
}
