import type { ActivityOptions, LocalActivityOptions } from '@temporalio/workflow';

/**
 * One short transaction about one person, inside the workflow task: no state transition of its own. Retried
 * without end, because a database that is away must not decide anything.
 */
export const RECORD_ONE: LocalActivityOptions = {
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '20 seconds' },
};

/** Work on a whole unit. Alive as long as it beats; a dead attempt is replaced within half a minute. */
export const WHOLE_UNIT: ActivityOptions = {
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' },
};

/** Work on all that ended: each attempt goes on where rows are missing, so a dead one costs nothing. */
export const WHOLE_SWEEP: ActivityOptions = {
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
};

/** One transaction about a unit, a campaign or the cycle. */
export const ONE_TRANSACTION: ActivityOptions = {
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
};
