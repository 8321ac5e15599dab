import type { LocalText } from '@kaoji/domain';
import type { Clock, SurveyLinks } from '../ports/gateways.js';
import type { Stores, Transactions } from '../ports/stores.js';

/** What staff need to give out and revoke links. */
export type LinkDeps = {
  readonly transactions: Transactions;
  readonly links: SurveyLinks;
  readonly clock: Clock;
};
/** What the resident's page needs. */
export type SurveyDeps = LinkDeps & { readonly postTitles: PostTitles };

/** The titles of a rulebook's posts, by code. */
export type PostTitles = {
  of(stores: Stores, rulebookHash: string): Promise<ReadonlyMap<string, LocalText>>;
};
