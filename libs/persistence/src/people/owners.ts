import { appraisalTable } from '../schema/appraisal.entities.js';
import { planTable } from '../schema/decision.entities.js';
import { contestTable } from '../schema/result.entities.js';
import type { Session } from '../session.js';
import { inPortions } from '../statements.js';
import type { Owner } from './sealed-columns.js';

type Pair = { readonly ref: string; readonly personId: string };

/** The person each reference leads to: one statement for a few hundred. */
export async function ownersOf(
  session: Session,
  is: Owner,
  refs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (is === 'self' || is === 'person') return new Map(refs.map((ref) => [ref, ref]));
  const pairs = await inPortions(refs, (portion) => read(session, is, portion));
  return new Map(pairs.map(({ ref, personId }) => [ref, personId]));
}

function read(session: Session, is: 'appraisal' | 'contest' | 'plan', portion: readonly string[]) {
  const { manager } = session;
  if (is === 'plan') {
    const plans = manager.createQueryBuilder(planTable, 'r').select('r.id', 'ref');
    return plans
      .addSelect('r.personId', 'personId')
      .where('r.id IN (:...portion)', { portion })
      .getRawMany<Pair>();
  }
  const rows =
    is === 'appraisal'
      ? manager.createQueryBuilder(appraisalTable, 'a').select('a.id', 'ref')
      : manager
          .createQueryBuilder(contestTable, 'r')
          .innerJoin(appraisalTable.options.name, 'a', 'a.id = r.appraisalId')
          .select('r.id', 'ref');
  return rows
    .addSelect('a.personId', 'personId')
    .where(`${is === 'appraisal' ? 'a' : 'r'}.id IN (:...portion)`, { portion })
    .getRawMany<Pair>();
}
