import type { LocalText } from '@kaoji/domain';
import type { Clock, SurveyLinks } from '../ports/gateways.js';
import type { Stores, Transactions } from '../ports/stores.js';
import type { BallotIntake, BallotSealer, SurveyReads } from '../ports/survey-gateways.js';
import type { Sheets } from './sheet.js';

/** What staff need to give out and revoke links. */
export type LinkDeps = {
  readonly transactions: Transactions;
  readonly links: SurveyLinks;
  readonly clock: Clock;
};

/** All that the residents' side has: a few reads, one way into the box, and no way to open it. */
export type SurveyDeps = {
  readonly reads: SurveyReads;
  readonly intake: BallotIntake;
  readonly sealer: BallotSealer;
  readonly clock: Clock;
  readonly sheets: Sheets;
};

/** The titles of a rulebook's posts, by code. */
export type PostTitles = {
  of(stores: Stores, rulebookHash: string): Promise<ReadonlyMap<string, LocalText>>;
};
