import type { CycleContext } from '../../engine/cycle-context.js';
import { inboxTaskId } from '../../inbox-task-id.js';
import type { InboxTask } from '../../ports/inbox.js';
import type { AnsweredObjection, NoticePage } from '../../ports/notices.js';
import type { Instant, Role } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import { rolesWith } from '../access/permissions.js';

/** Who may answer objections to a notice: HR and those who decide on lists, without anybody who is on the list. */
export async function answerersOf(
  stores: Stores,
  { cycle }: Pick<CycleContext, 'cycle'>,
  { cycleId, unitId }: Pick<NoticePage, 'cycleId' | 'unitId'>,
): Promise<readonly string[]> {
  const listed = new Set((await stores.appraisals.ofUnit(cycleId, unitId)).map(({ personId }) => personId));
  const accounts = await holders(stores, rolesWith('objection.answer'), cycle.areaId, unitId);
  return accounts.filter(({ personId }) => personId === null || !listed.has(personId)).map(({ id }) => id);
}

/** Puts each objection without an answer before all who may answer it, and takes the answered ones away. */
export async function projectObjections(
  stores: Stores,
  context: Pick<CycleContext, 'cycle'>,
  page: NoticePage,
  objections: readonly AnsweredObjection[],
  at: Instant,
): Promise<void> {
  if (objections.length === 0) return;
  const answerers = await answerersOf(stores, context, page);
  await stores.inbox.projectMany(
    objections.map(({ objection, answer }) => {
      const source = `objection/${objection.id}`;
      const task = (accountId: string): InboxTask => ({
        ...waiting(page, source, accountId),
        kind: 'objection',
        version: 1,
        appraisalId: objection.about,
        verbs: ['uphold', 'dismiss'],
        since: objection.receivedAt,
        dueAt: page.endsAt,
      });
      // An answer is the last that happens to an objection.
      return answer === null
        ? { source, version: 1, tasks: answerers.map(task) }
        : { source, version: 2, tasks: [] };
    }),
    at,
  );
}

function waiting(page: NoticePage, source: string, accountId: string) {
  const { cycleId, unitId } = page;
  const id = inboxTaskId(source, accountId);
  const fixed = { as: 'self', onBehalfOf: null, step: null, ifNothing: 'stays_open' } as const;
  return { id, accountId, source, cycleId, unitId, ...fixed };
}

async function holders(stores: Stores, roles: readonly Role[], areaId: string, unitId: string) {
  const all = await Promise.all(roles.map((role) => stores.accounts.holdersOf(role, areaId, unitId)));
  return [...new Map(all.flat().map((account) => [account.id, account])).values()];
}
