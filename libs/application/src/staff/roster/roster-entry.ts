import type { Appraisal } from '../../ports/records.js';

/** One line of the roster, read but not yet checked against area, rulebook and cycle. */
export type RosterEntry = Pick<Appraisal, 'facts' | 'punishments' | 'earlier' | 'category'> & {
  readonly personRef?: string | undefined; // somebody the system knows
  readonly name?: string | undefined; // or a new person
  readonly phone?: string | undefined;
  readonly unit: string; // id or name
  readonly community: string; // id or name
  readonly posts: readonly string[];
};
export type NumberedEntry = { readonly row: number; readonly entry: RosterEntry };
