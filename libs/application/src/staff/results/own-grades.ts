import type { PastGrade } from '@kaoji/domain';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { gradeHistories } from '../decisions/grade-history.js';

/** After every year there can be. */
const ALL_YEARS = 10_000;

/**
 * One's own grades, newest year first: recorded here and received, imported with a document, or stated on a roster.
 * Where sources say different things of a year, each of them.
 */
export async function ownGrades(
  { transactions }: { readonly transactions: Transactions },
  { personId }: Actor,
): Promise<readonly PastGrade[]> {
  if (personId === null) return [];
  return transactions.read(async (stores) => {
    const own = await stores.appraisals.ofPerson(personId);
    const said = own.flatMap(({ earlier }) => earlier);
    const stated = [...new Map(said.map((one) => [`${one.year}/${one.result}`, one])).values()];
    const known = (await gradeHistories(stores, ALL_YEARS, [{ personId, stated }])).get(personId);
    const all = [
      ...(known?.history ?? []),
      ...(known?.disagreements ?? []).flatMap(({ results }) => results),
    ];
    // What is on its way is read once it was received, as the result itself is.
    const unread = new Set(own.filter(({ notifiedAt }) => notifiedAt === null).map(({ id }) => id));
    return all
      .filter(({ source, reference }) => source !== 'own' || !unread.has(reference ?? ''))
      .toSorted((one, other) => other.year - one.year);
  });
}
