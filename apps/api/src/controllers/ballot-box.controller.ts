import { Body, Controller, Inject, Param } from '@nestjs/common';
import {
  confirmCount,
  enrolBoxHolder,
  giveSurveyToPanel,
  listBallotBoxes,
  listBoxHolders,
  openBoxes,
  viewCount,
  type Actor,
} from '@kaoji/application/staff';
import {
  endpoints,
  type ConfirmCountInput,
  type GiveToPanelInput,
  type PassphraseInput,
} from '@kaoji/http-contract';
import { Permission } from '../access/permission.decorator.js';
import { CurrentActor, IdempotencyKey } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { OutboxRelay } from '../outbox-relay.js';
import { wholeList } from './whole-list.js';

@Controller()
export class BallotBoxController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    @Inject(OutboxRelay) private readonly relay: OutboxRelay,
  ) {}

  @Permission('survey.hold_key')
  @Endpoint(endpoints.enrolBoxHolder)
  async enrol(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Body({ schema: endpoints.enrolBoxHolder.body }) { passphrase }: PassphraseInput,
    @IdempotencyKey() key: string,
  ) {
    const enrolled = await enrolBoxHolder(this.deps, actor, { cycleId, passphrase, key });
    this.relay.nudge(); // surveys that wait for a holder
    return enrolled;
  }

  @Permission('survey.holders')
  @Endpoint(endpoints.boxHolders)
  async holders(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string) {
    return wholeList(await listBoxHolders(this.deps, actor, cycleId));
  }

  @Permission('survey.holders')
  @Endpoint(endpoints.ballotBoxes)
  async boxes(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string) {
    return wholeList(await listBallotBoxes(this.deps, actor, cycleId));
  }

  @Permission('survey.hold_key')
  @Endpoint(endpoints.openBoxes)
  async open(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Body({ schema: endpoints.openBoxes.body }) { passphrase }: PassphraseInput,
  ) {
    const acted = await openBoxes(this.deps, actor, { cycleId, passphrase });
    this.relay.nudge(); // counted: their flows go on
    return wholeList(acted);
  }

  @Permission('survey.tally')
  @Endpoint(endpoints.surveyCount)
  count(@CurrentActor() actor: Actor, @Param('campaignId') campaignId: string) {
    return viewCount(this.deps, actor, campaignId);
  }

  @Permission('survey.run')
  @Endpoint(endpoints.confirmCount)
  confirm(
    @CurrentActor() actor: Actor,
    @Param('campaignId') campaignId: string,
    @Body({ schema: endpoints.confirmCount.body }) { countHash }: ConfirmCountInput,
    @IdempotencyKey() key: string,
  ) {
    return confirmCount(this.deps, actor, { campaignId, countHash, key });
  }

  @Permission('survey.give_to_panel')
  @Endpoint(endpoints.giveSurveyToPanel)
  giveToPanel(
    @CurrentActor() actor: Actor,
    @Param('campaignId') campaignId: string,
    @Body({ schema: endpoints.giveSurveyToPanel.body }) { reason }: GiveToPanelInput,
    @IdempotencyKey() key: string,
  ) {
    return giveSurveyToPanel(this.deps, actor, { campaignId, reason, key });
  }
}
