import type { AppraiseeTies, Sitter } from '@kaoji/domain';
import type { Account, Appraisal } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';

type About = Pick<Appraisal, 'id' | 'personId'>;

export const sitter = ({ id, personId }: Pick<Account, 'id' | 'personId'>): Sitter => ({
  account: id,
  person: personId,
});

/**
 * What the records say about who cannot judge these appraisees: relatives, those who compete with them, those who
 * had a part in their matter before. A few statements for all of them together.
 */
export async function tiesOf(
  stores: Stores,
  appraisals: readonly About[],
): Promise<(appraisal: About) => AppraiseeTies> {
  const interests = await stores.panels.interests(appraisals.map(({ personId }) => personId));
  const parts = await stores.panels.partTaken(appraisals.map(({ id }) => id));
  const relatives = new Map<string, Set<string>>();
  const competitors = new Map<string, Set<string>>();
  const tookPart = new Map<string, Set<string>>();
  const note = (map: Map<string, Set<string>>, key: string, account: string): void => {
    map.set(key, (map.get(key) ?? new Set()).add(account));
  };
  for (const { personId, accountId, kind } of interests) {
    note(kind === 'relative' ? relatives : competitors, personId, accountId);
  }
  for (const { appraisalId, accountId } of parts) note(tookPart, appraisalId, accountId);
  const none = new Set<string>();
  return ({ id, personId }) => ({
    person: personId,
    relatives: relatives.get(personId) ?? none,
    competitors: competitors.get(personId) ?? none,
    tookPart: tookPart.get(id) ?? none,
  });
}
