import type { MessageRefusal, SurveyStage, SurveyState } from '@kaoji/temporal-contract';

/** Where a campaign stands, as plain data of one workflow run. */
export type SurveyProgress = {
  stage: SurveyStage;
  extensions: number;
  enrolments: number; // how often holders were announced
  invited: number; // how often something was left to send
  reminders: number; // how many fell due
  closeAsked: boolean; // of this opening or extension
  counted: { readonly remindAt: number; readonly escalateAt: number } | null;
  confirmed: boolean;
  handedOver: boolean;
};

/** A campaign that opens. */
export function openingSurvey(): SurveyProgress {
  return {
    stage: 'opening',
    extensions: 0,
    enrolments: 0,
    invited: 0,
    reminders: 0,
    closeAsked: false,
    counted: null,
    confirmed: false,
    handedOver: false,
  };
}

/** Whether residents can still be asked. */
export function isAsking({ stage }: SurveyProgress): boolean {
  return stage === 'opening' || stage === 'waiting_for_holders' || stage === 'open' || stage === 'extended';
}

/** A row shows the campaign open a moment before the flow knows: an early closing while opening counts. */
export function refuseClosing(progress: SurveyProgress): MessageRefusal | null {
  const open = isAsking(progress) && progress.stage !== 'waiting_for_holders';
  return open && !progress.closeAsked ? null : 'STAGE_NOT_OPEN';
}

/** Links go out while somebody can answer them. */
export function refuseInviting(progress: SurveyProgress): MessageRefusal | null {
  return isAsking(progress) ? null : 'STAGE_NOT_OPEN';
}

/** A box is counted once, after it was sealed. */
export function refuseCounted({ stage, counted }: SurveyProgress): MessageRefusal | null {
  return stage === 'sealed' && counted === null ? null : 'STAGE_NOT_OPEN';
}

/** One person's word ends the wait: the count stands, or the panel takes over. */
export function refuseEnding({ stage, confirmed, handedOver }: SurveyProgress): MessageRefusal | null {
  const waiting = stage === 'sealed' || stage === 'counted';
  return waiting && !confirmed && !handedOver ? null : 'STAGE_NOT_OPEN';
}

/** What a query answers. */
export function describeSurvey({ stage, extensions }: SurveyProgress): SurveyState {
  return { stage, extensions };
}
