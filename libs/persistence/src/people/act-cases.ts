import type { ApprovalActRow } from '@kaoji/application';
import type { Session } from '../session.js';
import { openRows, sealRows } from './seal-rows.js';
import { ACT_CASES } from './sealed-columns.js';
import type { ActCase } from './sealed-columns.js';

const casesOf = (acts: readonly ApprovalActRow[]): readonly ActCase[] =>
  acts.flatMap(({ id, acknowledged }) => acknowledged.map((one) => ({ ...one, actId: id })));

function withCases(acts: readonly ApprovalActRow[], cases: readonly ActCase[]): readonly ApprovalActRow[] {
  return acts.map((act) => ({
    ...act,
    acknowledged: cases
      .filter(({ actId }) => actId === act.id)
      .map(({ appraisalId, reason }) => ({ appraisalId, reason })),
  }));
}

/** The act with the reason of each case it acknowledges sealed under that person's key. */
export async function sealCases(session: Session, act: ApprovalActRow): Promise<ApprovalActRow> {
  if (act.acknowledged.length === 0) return act;
  return withCases([act], await sealRows(session, ACT_CASES, casesOf([act])))[0] ?? act;
}

/** The acts with these reasons opened. */
export async function openCases(
  session: Session,
  acts: readonly ApprovalActRow[],
): Promise<readonly ApprovalActRow[]> {
  const cases = casesOf(acts);
  return cases.length === 0 ? acts : withCases(acts, await openRows(session, ACT_CASES, cases));
}
