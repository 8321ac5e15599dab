import { Refusal } from '@kaoji/domain';
import type { Appraisal } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { isOwn } from '../collect/own-evidence.js';

/**
 * Refuses `OWN_LIST` to whoever must stand aside (回避) in what follows for somebody: the person themself, a
 * relative on record, and whoever recused themself from the list, of this person or as a whole.
 */
export async function demandImpartial(stores: Stores, actor: Actor, appraisal: Appraisal): Promise<void> {
  if (isOwn(actor, appraisal)) {
    throw new Refusal('OWN_LIST', 'Nobody decides on what follows for themself.');
  }
  const kin = await stores.contests.kinOf(appraisal.personId);
  if (kin.some(({ accountId }) => accountId === actor.accountId)) {
    throw new Refusal('OWN_LIST', 'A relative of the person stands aside.');
  }
  const acts = await stores.approvals.actsOf(appraisal.cycleId, appraisal.unitId);
  const recused = acts.some(
    ({ verb, actBy, target: { appraisals } }) =>
      verb === 'recuse' &&
      actBy === actor.accountId &&
      (appraisals === undefined || appraisals.includes(appraisal.id)),
  );
  if (recused) throw new Refusal('OWN_LIST', 'Whoever stood aside from the list stands aside here as well.');
}
