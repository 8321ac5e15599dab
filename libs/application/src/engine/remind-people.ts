import type { ApprovalStand } from '../ports/approvals.js';
import { ROLES, type Role } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import { challengeAnswerers } from '../waiting/challenges-wait.js';
import { markingOf } from '../waiting/marks-wait.js';
import { writeToStaff } from '../waiting/write-to-staff.js';
import { cycleContext, type CycleContext } from './cycle-context.js';
import type { EngineDeps, UnitRound } from './engine-deps.js';
import { recordStand } from './record-stand.js';

export type Reminding = UnitRound & {
  readonly stage: 'collection' | 'deliberation';
  readonly kind: 'remind' | 'escalate';
  /** Of a deliberation: where the approval stands. */
  readonly stand?: ApprovalStand;
};

/**
 * Records a reminder to whoever is late, or word to whoever stands above them, once per stage, round, step and kind.
 * Decides nothing. What an escalation changed, that superiors may act too, is shown with it.
 */
export async function remindPeople(deps: EngineDeps, reminding: Reminding): Promise<void> {
  const { cycleId, unitId, stage, kind, round, stand } = reminding;
  await deps.transactions.run(async (stores) => {
    const context = await cycleContext(deps, stores, cycleId);
    const now = deps.clock.now();
    await stores.decisions.insertReminder({
      key: [cycleId, unitId, stage, round, ...placeOf(stand), kind].join('/'),
      cycleId,
      unitId,
      kind,
      stage,
      recipients: await recipients(stores, context, reminding),
      sentAt: now,
    });
    if (stand !== undefined) await recordStand(stores, reminding, stand, now);
    await writeToStaff(stores, context, await lateOnes(stores, reminding), now);
  });
}

/** A step that opens again is waited for again. */
function placeOf(stand: ApprovalStand | undefined): readonly (string | number)[] {
  return stand === undefined ? [] : [stand.step, stand.opening];
}

/** Whose inboxes hold what is late; after an escalation those who were told. */
async function lateOnes(
  stores: Stores,
  { stage, kind, stand, ...unit }: Reminding,
): Promise<readonly string[]> {
  if (stage === 'collection') {
    if (kind !== 'remind') return [];
    const open = await stores.inbox.ofSources(markingOf(unit));
    return [...open.map(({ accountId }) => accountId), ...(await challengeAnswerers(stores, unit))];
  }
  const told = stand?.tasks.filter(({ as }) => kind === 'remind' || as === 'superior') ?? [];
  return told.map(({ account }) => account);
}

async function recipients(
  stores: Stores,
  { cycle, rulebook }: CycleContext,
  { unitId, stage, kind, stand }: Reminding,
): Promise<number> {
  if (stand !== undefined) {
    const told = stand.tasks.filter(({ as }) => kind === 'remind' || as === 'superior');
    return new Set(told.map(({ account }) => account)).size;
  }
  if (stage === 'collection' && kind === 'remind') {
    const open = await stores.marks.openRequestsOfUnit(cycle.id, unitId);
    return new Set(open.map(({ raterId }) => raterId)).size;
  }
  const { decidedBy, escalateTo } = rulebook.process.deliberation;
  const role = kind === 'remind' ? decidedBy : escalateTo;
  if (!isRole(role)) return 0;
  return (await stores.accounts.holdersOf(role, cycle.areaId, unitId)).length;
}

function isRole(role: string): role is Role {
  return ROLES.some((known) => known === role);
}
