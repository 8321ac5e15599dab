import type { ApprovalRow } from './approval-rows/row.js';
import { SEATS_ROWS } from './approval-rows/seats.js';
import { STANDING_ASIDE_ROWS } from './approval-rows/standing-aside.js';
import { VOTING_ROWS } from './approval-rows/voting.js';

/** Every verb, what it does and each way it is refused; docs/approvals.md is held to this table. */
export const APPROVAL_ROWS: readonly ApprovalRow[] = [...VOTING_ROWS, ...SEATS_ROWS, ...STANDING_ASIDE_ROWS];
