import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import {
  exportPayroll,
  importEarlierGrades,
  ownLedger,
  payrollExports,
  readLedger,
  type Actor,
} from '@kaoji/application/staff';
import { endpoints, type LedgerQuery, type PayrollPeriodBody } from '@kaoji/http-contract';
import { Permission } from '../access/permission.decorator.js';
import { CurrentActor } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { readTable } from '../files/read-table.js';
import { sendFile } from '../files/send-file.js';
import { payrollCsv, payrollXlsx } from '../files/write-payroll.js';
import { wholeList } from './whole-list.js';

type EarlierGradesQuery = { readonly area: string; readonly rulebook: string };

@Controller()
export class LedgerController {
  constructor(@Inject(API_DEPS) private readonly deps: ApiDeps) {}

  @Permission('own.appraisal')
  @Endpoint(endpoints.ownLedger)
  mine(@CurrentActor() actor: Actor, @Query({ schema: endpoints.ownLedger.query }) { at }: LedgerQuery) {
    return ownLedger(this.deps, actor, at);
  }

  @Permission('ledger.read')
  @Endpoint(endpoints.ledger)
  ledger(
    @CurrentActor() actor: Actor,
    @Param('personRef') personRef: string,
    @Query({ schema: endpoints.ledger.query }) { at }: LedgerQuery,
  ) {
    return readLedger(this.deps, actor, personRef, at);
  }

  @Permission('ledger.export')
  @Endpoint(endpoints.payrollCsv)
  async csv(
    @CurrentActor() actor: Actor,
    @Body({ schema: endpoints.payrollCsv.body }) period: PayrollPeriodBody,
  ) {
    const file = await exportPayroll(this.deps, actor, { ...period, format: 'csv' });
    return sendFile('payroll.csv', payrollCsv(file));
  }

  @Permission('ledger.export')
  @Endpoint(endpoints.payrollXlsx)
  async xlsx(
    @CurrentActor() actor: Actor,
    @Body({ schema: endpoints.payrollXlsx.body }) period: PayrollPeriodBody,
  ) {
    const file = await exportPayroll(this.deps, actor, { ...period, format: 'xlsx' });
    return sendFile('payroll.xlsx', await payrollXlsx(file));
  }

  @Permission('ledger.read')
  @Endpoint(endpoints.payrollExports)
  async exports(@CurrentActor() actor: Actor, @Param('areaId') areaId: string) {
    return wholeList(await payrollExports(this.deps, actor, areaId));
  }

  @Permission('cycle.plan')
  @Endpoint(endpoints.importEarlierGrades)
  async importGrades(
    @CurrentActor() actor: Actor,
    @Query({ schema: endpoints.importEarlierGrades.query }) { area, rulebook }: EarlierGradesQuery,
    @Body() file: unknown,
  ) {
    return importEarlierGrades(this.deps, actor, { areaId: area, rulebook, table: await readTable(file) });
  }
}
