import type { PartTaken } from '@kaoji/domain';
import type { Account } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import type { FoundContest } from './find-contest.js';

/** What the records say of people's part in one result: account ids by kind of part. */
export type PartsOnRecord = {
  readonly personId: string;
  readonly accounts: Readonly<Record<Exclude<PartTaken, 'own_case'>, ReadonlySet<string>>>;
};

/**
 * Which part somebody had in a result before it was contested; empty for whoever may hear it. Told from the records
 * alone, never from what they say of themselves.
 */
export function partOf(
  { id, personId }: Pick<Account, 'id' | 'personId'>,
  { personId: contestant, accounts }: PartsOnRecord,
): readonly PartTaken[] {
  const own: readonly PartTaken[] = personId !== null && personId === contestant ? ['own_case'] : [];
  const others = (Object.keys(accounts) as (keyof typeof accounts)[]).filter((part) =>
    accounts[part].has(id),
  );
  return [...own, ...others];
}

/** Reads from marks, evidence, lists, graded results, earlier hearings and relatives who had a part. */
export async function partsOnRecord(
  stores: Stores,
  { appraisal, events }: Pick<FoundContest, 'appraisal' | 'events'>,
): Promise<PartsOnRecord> {
  const { id, cycleId, unitId, personId } = appraisal;
  const about = <T extends { readonly appraisalId: string }>(rows: readonly T[]): readonly T[] =>
    rows.filter(({ appraisalId }) => appraisalId === id);
  const marks = about(await stores.marks.currentOfUnit(cycleId, unitId));
  const recorded = [
    ...about(await stores.marks.currentRoutineOfUnit(cycleId, unitId)),
    ...about(await stores.marks.currentAdjustmentsOfUnit(cycleId, unitId)),
    ...about(await stores.marks.currentEvidenceOfUnit(cycleId, unitId)),
  ];
  const acts = await stores.approvals.actsOf(cycleId, unitId);
  const lists = await stores.decisions.deliberations(cycleId, unitId);
  const written = (await stores.deliveries.writtenTo([id])).filter(
    ({ document }) => document === 'result' || document === 'later_result',
  );
  const heard = events.filter(({ body }) => HEARING.includes(body.kind));
  const kin = await stores.contests.kinOf(personId);
  return {
    personId,
    accounts: {
      relative: new Set(kin.map(({ accountId }) => accountId)),
      gave_marks: new Set(marks.map(({ raterId }) => raterId)),
      recorded_evidence: new Set(recorded.map(({ recordedBy }) => recordedBy)),
      decided_list: new Set([
        ...acts.flatMap(({ verb, actBy, onBehalfOf }) =>
          DECIDING.includes(verb) ? [actBy, ...(onBehalfOf === null ? [] : [onBehalfOf])] : [],
        ),
        ...lists.map(({ decidedBy }) => decidedBy),
        ...written.map(({ approvedBy }) => approvedBy),
      ]),
      reviewed_before: new Set(heard.flatMap(({ actor }) => (actor === null ? [] : [actor]))),
    },
  };
}

const DECIDING: readonly string[] = ['approve', 'reject', 'abstain', 'return'];
const HEARING: readonly string[] = ['decided', 'decided_again'];
