import { Refusal, lintRulebook, type Finding, type Rulebook } from '@kaoji/domain';
import type { Transactions } from '../../ports/stores.js';
import { notFound } from '../find.js';
import { rosterColumns, type Column } from '../roster/roster-columns.js';
import { markColumns } from '../collect/mark-columns.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';

type ReadDeps = { readonly transactions: Transactions };
type ShelfDeps = ReadDeps & { readonly rulebooks: RulebookShelf };
export type RulebookItem = {
  readonly hash: string;
  readonly id: string;
  readonly version: string;
  readonly adoptedAt: number;
};

/** The adopted rulebooks. */
export async function listRulebooks(deps: ReadDeps): Promise<readonly RulebookItem[]> {
  const adopted = await deps.transactions.read((stores) => stores.rulebooks.list());
  return adopted.map(({ hash, rulebookId, rulebookVersion, adoptedAt }) => ({
    hash,
    id: rulebookId,
    version: rulebookVersion,
    adoptedAt,
  }));
}

/** One rulebook as adopted. Refuses `NOT_FOUND`, `RULEBOOK_EDITED`. */
export async function viewRulebook(deps: ShelfDeps, hash: string): Promise<Rulebook> {
  try {
    return await deps.transactions.read((stores) => deps.rulebooks.take(stores, hash));
  } catch (error) {
    const unknown = error instanceof Refusal && error.code === 'RULEBOOK_UNKNOWN';
    throw unknown ? notFound('rulebook') : error;
  }
}

/** The file of a rulebook as it was adopted. Refuses `NOT_FOUND`. */
export async function viewSource(
  deps: ReadDeps,
  hash: string,
): Promise<{ readonly hash: string; readonly source: string }> {
  const adopted = await deps.transactions.read((stores) => stores.rulebooks.byHash(hash));
  if (adopted === null) throw notFound('rulebook');
  return { hash, source: adopted.source };
}

/** What lint says today of a rulebook as it was adopted; lint may have learnt since. Refuses `NOT_FOUND`. */
export async function lintAdopted(
  deps: ReadDeps,
  hash: string,
): Promise<{ readonly hash: string; readonly findings: readonly Finding[] }> {
  const { source } = await viewSource(deps, hash);
  return { hash, findings: lintRulebook(source).findings };
}

/** The columns of an empty roster or marks sheet under a rulebook. Refuses as `viewRulebook` does. */
export async function templateColumns(
  deps: ShelfDeps,
  sheet: 'roster' | 'marks',
  hash: string,
): Promise<readonly Column[]> {
  const rulebook = await viewRulebook(deps, hash);
  return sheet === 'roster' ? rosterColumns(rulebook) : markColumns();
}
