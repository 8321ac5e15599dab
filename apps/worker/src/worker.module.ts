import { Module, type DynamicModule } from '@nestjs/common';
import { DatabaseModule } from './database.module.js';
import { ArchiveMetrics } from './health/archive-metrics.js';
import { HealthController } from './health/health.controller.js';
import { StaffMessageSender } from './staff-messages.js';
import { TemporalModule } from './temporal/temporal.module.js';
import { CONFIG, type WorkerConfig } from './worker-config.js';

@Module({})
class ConfigModule {}

/** The whole process: configuration, database, Temporal worker, health. */
@Module({})
export class WorkerModule {
  static of(config: WorkerConfig): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        {
          module: ConfigModule,
          global: true,
          providers: [{ provide: CONFIG, useValue: config }],
          exports: [CONFIG],
        },
        DatabaseModule,
        TemporalModule,
      ],
      providers: [StaffMessageSender, ArchiveMetrics],
      controllers: [HealthController],
    };
  }
}
