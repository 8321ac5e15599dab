import type { LogDeps } from '@kaoji/application';
import { cliVariables, loadConfig } from '@kaoji/config';
import { createLogGateways, systemClock } from '@kaoji/gateways';
import { openDatabase } from '@kaoji/persistence';
import { databaseAddress } from '../db/database.js';

/** What the commands of logs work with, from the environment. Refuses `DATABASE_URL_MISSING` and as `openDatabase`. */
export async function withLog<T>(use: (deps: LogDeps) => Promise<T>): Promise<T> {
  const gateways = createLogGateways(loadConfig(cliVariables));
  const database = await openDatabase(databaseAddress());
  try {
    return await use({ ...gateways, transactions: database.transactions, clock: systemClock });
  } finally {
    await database.close();
  }
}
