import { Module, StandardSchemaSerializerInterceptor, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, Reflector } from '@nestjs/core';
import { AccessGuard } from './access/access.guard.js';
import { AccessInterceptor } from './access/access.interceptor.js';
import { API_DEPS, type ApiDeps } from './api-deps.js';
import { CONSOLE_PAGE, type ConsolePage } from './console/console-routes.js';
import { AccessController } from './controllers/access.controller.js';
import { AccountController } from './controllers/account.controller.js';
import { ActController } from './controllers/act.controller.js';
import { AuditController } from './controllers/audit.controller.js';
import { BallotBoxController } from './controllers/ballot-box.controller.js';
import { ContestController } from './controllers/contest.controller.js';
import { CycleBoardController } from './controllers/cycle-board.controller.js';
import { CycleController } from './controllers/cycle.controller.js';
import { DecisionController } from './controllers/decision.controller.js';
import { DeliberationController } from './controllers/deliberation.controller.js';
import { DeliveryReportController } from './controllers/delivery-report.controller.js';
import { InboxController } from './controllers/inbox.controller.js';
import { LedgerController } from './controllers/ledger.controller.js';
import { LogController } from './controllers/log.controller.js';
import { MarkController } from './controllers/mark.controller.js';
import { ObjectionController } from './controllers/objection.controller.js';
import { OperationController } from './controllers/operation.controller.js';
import { OperatorController } from './controllers/operator.controller.js';
import { PanelController } from './controllers/panel.controller.js';
import { PlaceController } from './controllers/place.controller.js';
import { PlanningController } from './controllers/planning.controller.js';
import { ProviderController } from './controllers/provider.controller.js';
import { QuestionnaireController } from './controllers/questionnaire.controller.js';
import { ResidentController } from './controllers/resident.controller.js';
import { ResultController } from './controllers/result.controller.js';
import { RosterController } from './controllers/roster.controller.js';
import { RulebookController } from './controllers/rulebook.controller.js';
import { SurveyController } from './controllers/survey.controller.js';
import { CycleStreams } from './events/cycle-streams.js';
import { createValidationPipe } from './http/validation.js';
import { OutboxRelay } from './outbox-relay.js';
import { ProblemFilter } from './problems/problem.filter.js';

export const CONTROLLERS = [
  AccountController,
  ProviderController,
  PlaceController,
  RulebookController,
  CycleController,
  CycleBoardController,
  RosterController,
  PlanningController,
  MarkController,
  PanelController,
  SurveyController,
  ResidentController,
  DeliveryReportController,
  QuestionnaireController,
  BallotBoxController,
  DeliberationController,
  ActController,
  ResultController,
  ContestController,
  DecisionController,
  LedgerController,
  InboxController,
  ObjectionController,
  AccessController,
  AuditController,
  LogController,
  OperatorController,
  OperationController,
] as const;

@Module({})
export class ApiModule {
  static of(deps: ApiDeps, page: ConsolePage | null = null): DynamicModule {
    return {
      module: ApiModule,
      controllers: [...CONTROLLERS],
      providers: [
        { provide: API_DEPS, useValue: deps },
        { provide: CONSOLE_PAGE, useValue: page },
        OutboxRelay,
        CycleStreams,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: AccessInterceptor },
        { provide: APP_PIPE, useFactory: createValidationPipe },
        {
          provide: APP_INTERCEPTOR,
          useFactory: (reflector: Reflector) => new StandardSchemaSerializerInterceptor(reflector),
          inject: [Reflector],
        },
      ],
    };
  }
}
