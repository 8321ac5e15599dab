import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Runtime } from '@temporalio/worker';
import { loadConfig, workerVariables } from '@kaoji/config';
import { logs, sdkLogger } from './logging/logs.js';
import { WorkerModule } from './worker.module.js';

try {
  const config = loadConfig(workerVariables);
  // Two owners of one signal stop a worker twice; Nest is the only one here.
  Runtime.install({
    shutdownSignals: [],
    logger: sdkLogger(),
    telemetryOptions: { logging: { filter: 'WARN', forward: {} } },
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    WorkerModule.of(config),
    new FastifyAdapter(),
    {
      logger: logs,
      abortOnError: false,
    },
  );
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  await app.listen(config.KAOJI_WORKER_PORT, config.KAOJI_WORKER_HOST);
  const url = await app.getUrl();
  process.stdout.write(`${JSON.stringify({ event: 'ready', service: 'worker', url })}\n`);
} catch (fault) {
  // Nothing of a start knows of people, so its message may be read.
  process.stderr.write(`worker: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
}
