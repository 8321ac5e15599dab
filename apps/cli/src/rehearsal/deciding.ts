import type { UnitListView } from '@kaoji/http-contract';
import { ApiProblem, type ApiSession } from './api-session.js';
import { accountOf, type Rehearsal } from './rehearsal-context.js';
import { until } from './until.js';

/** Why a result stands although chance reaches across its line: said of each such case by whoever approves. */
export const ACKNOWLEDGED = '演示：已看过居民测评的票数和区间，结合平时考核认定。';
const WAITING: ReadonlySet<string> = new Set(['deliberating']);

/**
 * The unit's supervisor reads the composed list and approves it. Where `returnFirst` holds the superior-minded
 * supervisor returns it once with a reason, HR has it composed again, and the next round is approved.
 */
export async function decideList(
  rehearsal: Rehearsal,
  cycleId: string,
  unitId: string,
  returnFirst: boolean,
): Promise<void> {
  const supervisor = await rehearsal.session(accountOf(rehearsal, 'supervisor', unitId).username);
  const hr = await rehearsal.session(accountOf(rehearsal, 'hr_officer').username);
  const path = `/api/cycles/${cycleId}/units/${unitId}`;
  const listOf = async (round: number): Promise<UnitListView> => {
    const list = await until(
      `list of ${unitId}, round ${round}`,
      async () => composedList(supervisor, path),
      (found) => found !== null && found.round >= round && WAITING.has(found.stage),
    );
    if (list === null) throw new Error(`no list of ${unitId}`);
    return list;
  };
  let list = await listOf(1);
  if (returnFirst) {
    await supervisor.post(`${path}/deliberation`, {
      round: list.round,
      listHash: list.listHash,
      verdict: 'return',
      reason: '演示：请核对平时考核记录后重新提交。',
    });
    await hr.post(`${path}/resubmit`, { round: list.round });
    list = await listOf(list.round + 1);
  }
  await supervisor.post(`${path}/deliberation`, {
    round: list.round,
    listHash: list.listHash,
    verdict: 'approve',
    acknowledged: list.people
      .filter(({ needsPeople }) => needsPeople.length > 0)
      .map(({ appraisalId }) => ({ appraisalId, reason: ACKNOWLEDGED })),
  });
}

/** The list, or null while there is none yet. */
async function composedList(supervisor: ApiSession, path: string): Promise<UnitListView | null> {
  try {
    return await supervisor.get<UnitListView>(`${path}/list`);
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'STAGE_NOT_OPEN') return null;
    throw error;
  }
}
