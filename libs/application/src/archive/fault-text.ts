import type { ReplayFault } from '../ports/archiving.js';

/** Where a replay parted from its history, in one line: the event, what was said, and the place in the source. */
export function faultText({ event, eventType, reason, place }: ReplayFault): string {
  const at = event === null ? '' : `event ${event}${eventType === null ? '' : ` (${eventType})`}: `;
  return `${at}${reason}${place === null ? '' : ` [${place}]`}`;
}
