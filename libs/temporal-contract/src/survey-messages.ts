import { defineQuery, defineUpdate } from '@temporalio/workflow';

export type SurveyInput = {
  readonly cycleId: string;
  readonly cycleKey: string;
  readonly unitId: string;
  readonly campaignId: string;
};
export type SurveyState = {
  readonly stage: 'opening' | 'open' | 'extended' | 'closed';
  readonly extensions: number;
};
export type SurveyResult = { readonly valid: boolean; readonly extensions: number };

/** HR closes the campaign early; an invalid sample is still extended, never counted. */
export const closeSurveyUpdate = defineUpdate<void, []>('closeSurvey');
export const surveyStateQuery = defineQuery<SurveyState>('state');

export type SurveyActivities = {
  openCampaign(input: { readonly campaignId: string }): Promise<{ readonly closesAt: number }>;
  /** Counts when the sample is valid; else extends (`closesAt`) or, at the limit, hands it to the panel. Never yields a number from an invalid sample. */
  closeCampaign(input: {
    readonly campaignId: string;
    readonly extensions: number;
  }): Promise<
    | { readonly outcome: 'valid' }
    | { readonly outcome: 'extended'; readonly closesAt: number }
    | { readonly outcome: 'to_panel' }
  >;
};
