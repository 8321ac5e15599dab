import 'reflect-metadata';
import type { SurveyDeps, SurveyLinks } from '@kaoji/application';
import { createSealedTrees, createSheets } from '@kaoji/application';
import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { FaultFilter, SURVEY_LOG } from './fault.filter.js';
import { HealthController } from './health.controller.js';
import { registerReceiptRoutes } from './http/receipt-routes.js';
import { createRequestCounts } from './http/request-counts.js';
import { registerResidentRoutes } from './http/resident-routes.js';
import type { SurveyLog } from './http/survey-log.js';
import { prepareServer, serverOptions } from './http/survey-server.js';
import { createAllowances } from './limits/allowances.js';
import { createRoom } from './limits/room.js';
import { createSteadyRoom } from './limits/steady-room.js';
import { createWaitingLine } from './limits/waiting-line.js';
import type { SurveyLimits } from './limits/survey-limits.js';
import { createRates, USUAL_LIMITS } from './limits/survey-limits.js';
import { createFirstPages } from './pages/first-pages.js';
import type { NoticeSide } from './notice/notice-routes.js';
import { registerNoticeRoutes } from './notice/notice-routes.js';
import type { Readiness } from './readiness.js';
import { READINESS } from './readiness.js';

export type SurveyAppDeps = Omit<SurveyDeps, 'sheets'> &
  Readiness & {
    readonly links: Pick<SurveyLinks, 'verify'>;
    readonly log: SurveyLog;
    /** Public notices and objections to them; absent: none are shown here. */
    readonly notice?: NoticeSide;
    /** What differs from the usual limits. */
    readonly limits?: Partial<SurveyLimits>;
    /** The proxies whose word about a caller's address is taken; absent: nobody's. */
    readonly proxies?: readonly string[];
  };

const HOUR_MS = 3_600_000;
const FEWEST_ANSWERS_AT_ONCE = 256;

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
  const limits = { ...USUAL_LIMITS, ...deps.limits };
  const counts = createRequestCounts(deps.log);
  const roomForPages = createRoom(limits.pagesAtOnce);
  const roomForAnswers = createSteadyRoom(
    { most: limits.answersAtOnce, fewest: FEWEST_ANSWERS_AT_ONCE, goodMs: limits.goodMs },
    deps.clock,
  );
  const held = createAllowances(limits.heldAnswers);
  const mayHoldAnswer = () => held.take('', deps.clock.now()) === 0;
  const line = createWaitingLine({ waitMs: limits.waitForRoomMs, most: limits.waitingForRoom });
  const refusal = { counts, line, roomForPages, roomForAnswers, mayHoldAnswer };
  const adapter = new FastifyAdapter(serverOptions(deps.proxies ?? [], refusal));
  const server: FastifyInstance = adapter.getInstance();
  prepareServer(server, counts);
  const shared = { ...deps, sheets: createSheets(), rates: createRates(limits, deps.clock) };
  registerResidentRoutes(server, {
    ...shared,
    pages: createFirstPages(),
    roomForPages,
    roomForAnswers,
  });
  registerReceiptRoutes(server, {
    ...shared,
    trees: createSealedTrees(),
    roomForReceipts: createRoom(limits.receiptsAtOnce),
  });
  if (deps.notice !== undefined) registerNoticeRoutes(server, { ...deps, ...deps.notice });
  const hourly = setInterval(() => counts.flush(), HOUR_MS).unref();
  server.addHook('onClose', async () => {
    clearInterval(hourly);
    counts.flush();
  });
  const app = await NestFactory.create<NestFastifyApplication>(SurveyModule.of(deps), adapter, {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  await app.init();
  await server.ready();
  return app;
}
