import { Body, Controller, Inject, Param } from '@nestjs/common';
import {
  giveMarks,
  importMarks,
  markingFile,
  markingList,
  recordAdjustments,
  recordEvidence,
  recordRoutine,
  requestDefaultMarks,
  requestMarks,
  submitDutyReport,
  unitRecords,
  type Actor,
} from '@kaoji/application/staff';
import {
  endpoints,
  type AdjustmentsInput,
  type DutyReportInput,
  type EvidenceInput,
  type MarkRequestsInput,
  type MarksInput,
  type RoutineInput,
} from '@kaoji/http-contract';
import { Permission } from '../access/permission.decorator.js';
import { CurrentActor, IdempotencyKey } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { readTable } from '../files/read-table.js';
import { wholeList } from './whole-list.js';

@Controller()
export class MarkController {
  constructor(
    @Inject(API_DEPS) private readonly deps: Pick<ApiDeps, 'transactions' | 'clock' | 'rulebooks'>,
  ) {}

  @Permission('cycle.plan')
  @Endpoint(endpoints.requestMarks)
  request(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Body({ schema: endpoints.requestMarks.body }) { requests }: MarkRequestsInput,
  ) {
    const asked = requests.map(({ post, ...request }) => ({ ...request, post: post ?? null }));
    return requestMarks(this.deps, actor, cycleId, asked);
  }

  @Permission('cycle.plan')
  @Endpoint(endpoints.requestDefaultMarks)
  requestDefault(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string) {
    return requestDefaultMarks(this.deps, actor, cycleId);
  }

  @Permission('mark.give')
  @Endpoint(endpoints.marking)
  async marking(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string) {
    return wholeList(await markingList(this.deps, actor, cycleId));
  }

  @Permission('mark.give')
  @Endpoint(endpoints.markingFile)
  file(@CurrentActor() actor: Actor, @Param('appraisalId') appraisalId: string) {
    return markingFile(this.deps, actor, appraisalId);
  }

  @Permission('mark.give')
  @Endpoint(endpoints.mark)
  mark(
    @CurrentActor() actor: Actor,
    @Body({ schema: endpoints.mark.body }) { marks }: MarksInput,
    @IdempotencyKey() key: string,
  ) {
    return giveMarks(this.deps, actor, marks, key);
  }

  @Permission('evidence.import')
  @Endpoint(endpoints.importMarks)
  async import(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string, @Body() file: unknown) {
    return importMarks(this.deps, actor, cycleId, await readTable(file));
  }

  @Permission('evidence.record')
  @Endpoint(endpoints.unitRecords)
  records(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string, @Param('unitId') unitId: string) {
    return unitRecords(this.deps, actor, cycleId, unitId);
  }

  @Permission('evidence.record')
  @Endpoint(endpoints.recordRoutine)
  routine(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Body({ schema: endpoints.recordRoutine.body }) { rows }: RoutineInput,
  ) {
    return recordRoutine(this.deps, actor, cycleId, rows);
  }

  @Permission('evidence.record')
  @Endpoint(endpoints.recordAdjustments)
  adjustments(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Body({ schema: endpoints.recordAdjustments.body }) { rows }: AdjustmentsInput,
  ) {
    return recordAdjustments(this.deps, actor, cycleId, rows);
  }

  @Permission('evidence.record')
  @Endpoint(endpoints.recordEvidence)
  evidence(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Body({ schema: endpoints.recordEvidence.body }) { rows }: EvidenceInput,
  ) {
    return recordEvidence(this.deps, actor, cycleId, rows);
  }

  @Permission('own.appraisal')
  @Endpoint(endpoints.submitDutyReport)
  dutyReport(
    @CurrentActor() actor: Actor,
    @Param('appraisalId') appraisalId: string,
    @Body({ schema: endpoints.submitDutyReport.body }) { text }: DutyReportInput,
  ) {
    return submitDutyReport(this.deps, actor, appraisalId, text);
  }
}
