import { Controller, Inject, Param } from '@nestjs/common';
import { auditBundleOfAppraisal, auditBundleOfCycle, type Actor } from '@kaoji/application/staff';
import { endpoints } from '@kaoji/http-contract';
import { Permission } from '../access/permission.decorator.js';
import { CurrentActor } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { sendBundle } from '../files/send-bundle.js';

@Controller()
export class AuditController {
  constructor(@Inject(API_DEPS) private readonly deps: ApiDeps) {}

  @Permission('audit.history')
  @Endpoint(endpoints.cycleBundle)
  async cycle(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string) {
    return sendBundle((await auditBundleOfCycle(this.deps, actor, cycleId)).files);
  }

  @Permission('own.appraisal')
  @Endpoint(endpoints.appraisalBundle)
  async own(@CurrentActor() actor: Actor, @Param('appraisalId') appraisalId: string) {
    return sendBundle((await auditBundleOfAppraisal(this.deps, actor, appraisalId)).files);
  }
}
