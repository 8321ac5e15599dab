import type { Clock, FlowMessenger } from '../ports/gateways.js';
import type { Transactions } from '../ports/stores.js';
import type { BallotBoxes } from '../ports/survey-gateways.js';
import type { RulebookShelf } from '../staff/plan/rulebook-shelf.js';
import type { PostTitles } from '../survey/survey-deps.js';

/** What the steps of running flows need. */
export type EngineDeps = {
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly rulebooks: RulebookShelf;
  readonly postTitles: PostTitles;
};
/** Steps that also start flows or deliver messages to them. */
export type DeliveringDeps = EngineDeps & { readonly messenger: FlowMessenger };
/** Steps that make a ballot box; none of them can open one. */
export type CampaignDeps = EngineDeps & { readonly ballotBoxes: Pick<BallotBoxes, 'create'> };

/** A unit within a running cycle, as flows name it. */
export type UnitKey = { readonly cycleId: string; readonly cycleKey: string; readonly unitId: string };
export type UnitRound = UnitKey & { readonly round: number };
export type AppraisalKey = { readonly cycleId: string; readonly appraisalId: string };
