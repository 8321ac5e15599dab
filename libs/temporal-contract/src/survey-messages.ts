import { defineQuery, defineUpdate } from '@temporalio/workflow';

export type SurveyInput = {
  readonly cycleId: string;
  readonly cycleKey: string;
  readonly unitId: string;
  readonly campaignId: string;
};
export type SurveyStage =
  | 'opening'
  | 'waiting_for_holders' // nothing opens before two named people hold a key
  | 'open'
  | 'extended'
  | 'sealed' // the box is closed; two holders are waited for
  | 'counted' // a named person is waited for, who confirms the count
  | 'closed';
export type SurveyState = { readonly stage: SurveyStage; readonly extensions: number };
export type SurveyResult = { readonly valid: boolean; readonly extensions: number };

/** Instants of a wait for named people, who alone can end it. */
export type Waiting = { readonly remindAt: number; readonly escalateAt: number };

/** Two holders have enrolled: the campaign looks again whether it may open. Never refuses. */
export const holdersEnrolledUpdate = defineUpdate<void, []>('holdersEnrolled');
/** Invitations wait to be sent. Refuses STAGE_NOT_OPEN unless the campaign takes answers. */
export const inviteUpdate = defineUpdate<void, []>('invite');
/** HR closes the campaign early; an invalid sample is still extended, never counted. */
export const closeSurveyUpdate = defineUpdate<void, []>('closeSurvey');
/** Two holders have opened the box and its ballots are counted. Refuses STAGE_NOT_OPEN. */
export const boxCountedUpdate = defineUpdate<void, [Waiting]>('boxCounted');
/** A named person has confirmed the count. Refuses STAGE_NOT_OPEN. */
export const countConfirmedUpdate = defineUpdate<void, [{ readonly by: string }]>('countConfirmed');
/** The box cannot be opened, or its count cannot stand: a named person gives the matter to the panel. Refuses STAGE_NOT_OPEN. */
export const giveToPanelUpdate = defineUpdate<void, [{ readonly by: string }]>('giveToPanel');
export const surveyStateQuery = defineQuery<SurveyState>('state');

type Named = { readonly campaignId: string };
/** Instants while residents are asked. */
export type Asking = { readonly closesAt: number; readonly remindersAt: readonly number[] };
/** When what is left may be sent; null: nothing is left, or nobody is asked any more. */
export type Sending = { readonly againAt: number | null };
export type SurveyReminder = SurveyInput & {
  readonly stage: 'holders' | 'box' | 'count';
  readonly kind: 'remind' | 'escalate';
};

/** Activities of a campaign, idempotent by campaign and step. Answers and links never pass through them. */
export type SurveyActivities = {
  /** Opens the campaign with a new ballot box, once two people hold keys. */
  openCampaign(
    input: Named,
  ): Promise<
    ({ readonly outcome: 'waiting_for_holders' } & Waiting) | ({ readonly outcome: 'open' } & Asking)
  >;
  /** Sends what waits to be sent; says when to come back for what cannot be sent now. */
  deliverInvitations(input: Named): Promise<Sending>;
  /** Reminds whoever has not answered; nobody learns who that is. */
  remindResidents(input: Named & { readonly reminder: number }): Promise<Sending>;
  /** Opens what the rulebook names as second channel when a campaign is extended. */
  openSecondChannel(input: Named): Promise<void>;
  /** Reads the sample's validity from counts of envelopes: seals the box, extends, or at the limit hands over. */
  closeCampaign(
    input: Named & { readonly extensions: number },
  ): Promise<
    | ({ readonly outcome: 'sealed' } & Waiting)
    | ({ readonly outcome: 'extended'; readonly secondChannel: boolean } & Asking)
    | { readonly outcome: 'to_panel' }
  >;
  /** Reminds holders or HR, or tells their superior; never opens or confirms anything. */
  remindSurvey(input: SurveyReminder): Promise<void>;
  /** Destroys what the box held and everything that ties a resident to a link. */
  destroyBox(input: Named): Promise<void>;
};
