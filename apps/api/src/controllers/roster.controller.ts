import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { admitAppraisee, importRoster, templateColumns, type Actor } from '@kaoji/application/staff';
import { endpoints, type RosterEntry } from '@kaoji/http-contract';
import { Permission } from '../access/permission.decorator.js';
import { CurrentActor, IdempotencyKey } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { readTable } from '../files/read-table.js';
import { sendFile } from '../files/send-file.js';
import { csvTemplate, xlsxTemplate } from '../files/write-template.js';

type TemplateQuery = { readonly rulebook: string };

@Controller()
export class RosterController {
  constructor(@Inject(API_DEPS) private readonly deps: ApiDeps) {}

  @Permission('cycle.plan')
  @Endpoint(endpoints.importRoster)
  async import(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string, @Body() file: unknown) {
    return importRoster(this.deps, actor, cycleId, await readTable(file));
  }

  @Permission('cycle.plan')
  @Endpoint(endpoints.admitAppraisee)
  admit(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Body({ schema: endpoints.admitAppraisee.body }) entry: RosterEntry,
    @IdempotencyKey() key: string,
  ) {
    return admitAppraisee(this.deps, actor, { cycleId, entry, key });
  }

  @Permission('rulebook.read')
  @Endpoint(endpoints.rosterCsv)
  async rosterCsv(@Query({ schema: endpoints.rosterCsv.query }) { rulebook }: TemplateQuery) {
    return sendFile('roster.csv', csvTemplate(await templateColumns(this.deps, 'roster', rulebook)));
  }

  @Permission('rulebook.read')
  @Endpoint(endpoints.rosterXlsx)
  async rosterXlsx(@Query({ schema: endpoints.rosterXlsx.query }) { rulebook }: TemplateQuery) {
    return sendFile(
      'roster.xlsx',
      await xlsxTemplate('roster', await templateColumns(this.deps, 'roster', rulebook)),
    );
  }

  @Permission('rulebook.read')
  @Endpoint(endpoints.marksCsv)
  async marksCsv(@Query({ schema: endpoints.marksCsv.query }) { rulebook }: TemplateQuery) {
    return sendFile('marks.csv', csvTemplate(await templateColumns(this.deps, 'marks', rulebook)));
  }

  @Permission('rulebook.read')
  @Endpoint(endpoints.marksXlsx)
  async marksXlsx(@Query({ schema: endpoints.marksXlsx.query }) { rulebook }: TemplateQuery) {
    return sendFile(
      'marks.xlsx',
      await xlsxTemplate('marks', await templateColumns(this.deps, 'marks', rulebook)),
    );
  }
}
