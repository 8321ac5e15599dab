import { Body, Controller, Inject, Param } from '@nestjs/common';
import {
  RESIDENT_COLUMNS,
  assistedLink,
  drawResidents,
  importResidents,
  inviteResidents,
  printSlips,
  reissueLink,
  viewDraw,
  viewResidents,
  type Actor,
} from '@kaoji/application/staff';
import {
  endpoints,
  type AssistedLinkInput,
  type DrawInput,
  type InviteInput,
  type ReissueLinkInput,
  type SlipsInput,
} from '@kaoji/http-contract';
import { Permission } from '../access/permission.decorator.js';
import { CurrentActor, IdempotencyKey } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { readTable } from '../files/read-table.js';
import { sendFile } from '../files/send-file.js';
import { csvTemplate, xlsxTemplate } from '../files/write-template.js';

@Controller()
export class ResidentController {
  constructor(@Inject(API_DEPS) private readonly deps: ApiDeps) {}

  @Permission('survey.run')
  @Endpoint(endpoints.importResidents)
  async import(@CurrentActor() actor: Actor, @Param('campaignId') campaignId: string, @Body() file: unknown) {
    return importResidents(this.deps, actor, campaignId, await readTable(file));
  }

  @Permission('survey.run')
  @Endpoint(endpoints.residents)
  view(@CurrentActor() actor: Actor, @Param('campaignId') campaignId: string) {
    return viewResidents(this.deps, actor, campaignId);
  }

  @Permission('survey.run')
  @Endpoint(endpoints.drawResidents)
  draw(
    @CurrentActor() actor: Actor,
    @Param('campaignId') campaignId: string,
    @Body({ schema: endpoints.drawResidents.body }) body: DrawInput,
  ) {
    return drawResidents(this.deps, actor, { ...body, campaignId });
  }

  @Permission('survey.run')
  @Endpoint(endpoints.draw)
  drawn(@CurrentActor() actor: Actor, @Param('campaignId') campaignId: string) {
    return viewDraw(this.deps, actor, campaignId);
  }

  @Permission('survey.run')
  @Endpoint(endpoints.inviteResidents)
  invite(
    @CurrentActor() actor: Actor,
    @Param('campaignId') campaignId: string,
    @Body({ schema: endpoints.inviteResidents.body }) { channel }: InviteInput,
    @IdempotencyKey() key: string,
  ) {
    return inviteResidents(this.deps, actor, { campaignId, channel, key });
  }

  @Permission('survey.run')
  @Endpoint(endpoints.printSlips)
  async slips(
    @CurrentActor() actor: Actor,
    @Param('campaignId') campaignId: string,
    @Body({ schema: endpoints.printSlips.body }) body: SlipsInput,
    @IdempotencyKey() key: string,
  ) {
    return sendFile(
      'slips.pdf',
      Buffer.from(await printSlips(this.deps, actor, { ...body, campaignId, key })),
    );
  }

  @Permission('survey.run')
  @Endpoint(endpoints.assistedLink)
  assisted(
    @CurrentActor() actor: Actor,
    @Param('campaignId') campaignId: string,
    @Body({ schema: endpoints.assistedLink.body }) { stratum }: AssistedLinkInput,
    @IdempotencyKey() key: string,
  ) {
    return assistedLink(this.deps, actor, { campaignId, stratum, key });
  }

  @Permission('survey.run')
  @Endpoint(endpoints.reissueLink)
  reissue(
    @CurrentActor() actor: Actor,
    @Param('campaignId') campaignId: string,
    @Body({ schema: endpoints.reissueLink.body }) lost: ReissueLinkInput,
    @IdempotencyKey() key: string,
  ) {
    return reissueLink(this.deps, actor, { campaignId, lost, key });
  }

  @Permission('survey.run')
  @Endpoint(endpoints.residentsCsv)
  residentsCsv() {
    return sendFile('residents.csv', csvTemplate(RESIDENT_COLUMNS));
  }

  @Permission('survey.run')
  @Endpoint(endpoints.residentsXlsx)
  async residentsXlsx() {
    return sendFile('residents.xlsx', await xlsxTemplate('residents', RESIDENT_COLUMNS));
  }
}
