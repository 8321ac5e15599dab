import { Module } from '@nestjs/common';
import { connectTemporal } from '@kaoji/gateways';
import { CONFIG, TEMPORAL_CLIENT, type WorkerConfig } from '../worker-config.js';
import { TemporalWorker } from './temporal-worker.js';

/** Our own: no community module accepts Nest 12, and those there are fight the SDK over the shutdown signals. */
@Module({
  providers: [
    {
      provide: TEMPORAL_CLIENT,
      inject: [CONFIG],
      useFactory: ({ TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE }: WorkerConfig) =>
        connectTemporal(TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE),
    },
    TemporalWorker,
  ],
  exports: [TEMPORAL_CLIENT, TemporalWorker],
})
export class TemporalModule {}
