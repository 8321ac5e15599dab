import { Controller, Inject, Param, Req } from '@nestjs/common';
import { recordDelivery } from '@kaoji/application/staff';
import { endpoints } from '@kaoji/http-contract';
import type { FastifyRequest } from 'fastify';
import { Public } from '../access/permission.decorator.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { signedReportOf } from '../http/signed-report.js';

/** Gateways have no account: each report is signed with the key its gateway shares with us. */
@Controller()
export class DeliveryReportController {
  constructor(@Inject(API_DEPS) private readonly deps: ApiDeps) {}

  @Public()
  @Endpoint(endpoints.deliveryReport)
  async report(@Param('gateway') gateway: string, @Req() request: FastifyRequest) {
    await recordDelivery(this.deps, gateway, signedReportOf(this.deps.reports, gateway, request));
    return { done: true } as const;
  }
}
