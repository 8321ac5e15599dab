import { inboxTaskId } from '../inbox-task-id.js';
import type { InboxTask } from '../ports/inbox.js';

/** A task whose source counts its own versions. */
export type NewTask = Omit<InboxTask, 'version'>;
type Said = Pick<
  NewTask,
  'accountId' | 'kind' | 'source' | 'cycleId' | 'unitId' | 'verbs' | 'since' | 'ifNothing'
>;

/** A task for somebody as themself, unless said otherwise; its id follows from what waits and for whom. */
export function waitingTask(said: Said & Partial<NewTask>): NewTask {
  return {
    id: inboxTaskId(said.source, said.accountId, said.step ?? ''),
    as: 'self',
    onBehalfOf: null,
    appraisalId: null,
    step: null,
    dueAt: null,
    count: null,
    ...said,
  };
}
