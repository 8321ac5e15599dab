import { APPROVAL_REFUSALS } from '@kaoji/domain/approval';

/** Task queue shared by workflows and activities of one deployment. */
export const TASK_QUEUE = 'kaoji';

/** Refusal codes an Update answers with (ApplicationFailure types). */
export const MESSAGE_REFUSALS = [
  'STAGE_NOT_OPEN', // the flow is not waiting for this message now
  'ROUND_STALE', // the list was composed again since
  'LIST_CHANGED', // the decision names another list than the one composed
  'ALREADY_DECIDED',
  'CONTEST_WINDOW_CLOSED',
  'NOT_HELD',
  'NOTHING_TO_CONFIRM',
  ...APPROVAL_REFUSALS,
] as const;
export type MessageRefusal = (typeof MESSAGE_REFUSALS)[number];
