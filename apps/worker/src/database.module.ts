import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { personSealing } from '@kaoji/gateways';
import { openDatabase, type Database } from '@kaoji/persistence';
import { CONFIG, DATABASE, type WorkerConfig } from './worker-config.js';

async function openMigrated(config: WorkerConfig): Promise<Database> {
  const { DATABASE_URL, KAOJI_PERSON_KEYS, KAOJI_SUITE } = config;
  const database = await openDatabase(DATABASE_URL, personSealing(KAOJI_PERSON_KEYS, KAOJI_SUITE.usual));
  const pending = await database.pendingMigrations();
  if (pending.length === 0) return database;
  await database.close();
  throw new Error(`DATABASE_URL: ${pending.length} migrations pending; run \`kaoji db migrate\` first`);
}

/** The database, opened before and closed after the worker: no step loses it while it runs. */
@Global()
@Module({
  providers: [{ provide: DATABASE, inject: [CONFIG], useFactory: openMigrated }],
  exports: [DATABASE],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
