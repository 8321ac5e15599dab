import 'reflect-metadata';
import type { SurveyDeps } from '@kaoji/application';
import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { FaultFilter, SURVEY_LOG } from './fault.filter.js';
import { HealthController } from './health.controller.js';
import { registerResidentRoutes } from './http/resident-routes.js';
import type { SurveyLog } from './http/survey-log.js';
import { prepareServer, SERVER_OPTIONS } from './http/survey-server.js';
import type { Readiness } from './readiness.js';
import { READINESS } from './readiness.js';

export type SurveyAppDeps = SurveyDeps & Readiness & { readonly log: SurveyLog };

@Module({})
class SurveyModule {
  static of(deps: SurveyAppDeps): DynamicModule {
    return {
      module: SurveyModule,
      controllers: [HealthController],
      providers: [
        { provide: READINESS, useValue: { ready: () => deps.ready() } satisfies Readiness },
        { provide: SURVEY_LOG, useValue: deps.log },
        { provide: APP_FILTER, useClass: FaultFilter },
      ],
    };
  }
}

/** The residents' service, initialised and not listening yet. Whoever makes it closes it, and its database. */
export async function createSurveyApp(deps: SurveyAppDeps): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter(SERVER_OPTIONS);
  const server: FastifyInstance = adapter.getInstance();
  prepareServer(server, deps.log);
  registerResidentRoutes(server, deps);
  const app = await NestFactory.create<NestFastifyApplication>(SurveyModule.of(deps), adapter, {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  await app.init();
  await server.ready();
  return app;
}
