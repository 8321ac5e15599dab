import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { connectTemporal } from '@kaoji/gateways';
import { type Database, openDatabase } from '@kaoji/persistence';
import type { BenchSetting } from './bench-setting.js';
import { startNaive, type NaiveRun } from './naive-run.js';
import { startOurs, type OurRun } from './our-run.js';

export type Flows = {
  readonly client: Client;
  readonly ours: OurRun;
  readonly naive: NaiveRun;
  readonly database: Database;
};

/** Both designs with their workers in this process, on one server; stopped whatever happens. */
export async function withFlows<T>(setting: BenchSetting, use: (flows: Flows) => Promise<T>): Promise<T> {
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: 'ERROR', forward: {} } },
  });
  const client = connectTemporal(setting.address, setting.namespace);
  const connection = await NativeConnection.connect({ address: setting.address });
  const database = await openDatabase(setting.databaseUrl);
  const queue = `bench-${randomUUID().slice(0, 8)}`;
  const stops: (() => Promise<void>)[] = [];
  try {
    await database.migrate();
    const ours = await startOurs(client, connection, database, {
      taskQueue: `${queue}-ours`,
      bundle: setting.bundle,
      databaseUrl: setting.databaseUrl,
    });
    stops.push(ours.stop);
    const naive = await startNaive(client, connection, `${queue}-naive`);
    stops.push(naive.stop);
    return await use({ client, ours, naive, database });
  } finally {
    for (const stop of stops) await stop();
    await connection.close();
    await client.connection.close();
    await database.close();
  }
}
