import { deliberationSteps, type DeliberationStep, type StepWho } from '@kaoji/domain';
import {
  planStep,
  type ApprovalPlan,
  type PlannedSeat,
  type PlannedStep,
  type RecusalGround,
} from '@kaoji/domain/approval';
import type { StepClocks } from '../ports/approvals.js';
import { ROLES, type Account, type Instant, type Role } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import { cycleContext, deadlineIn, type CycleContext } from './cycle-context.js';
import type { EngineDeps, UnitRound } from './engine-deps.js';

export type PlannedList = { readonly plan: ApprovalPlan; readonly clocks: StepClocks };

/**
 * Names the persons of every step of the approval of a unit's list, as the rulebook says who and the office's accounts
 * say which: whoever is on the list, or has declared a relative or a rival on it, stands aside; whoever submitted it
 * approves nothing, and where nobody is left the superiors sit. Gives the instants of each step as if it opened now.
 */
export async function planDeliberation(
  deps: EngineDeps,
  key: UnitRound & { readonly starter: string | null },
): Promise<PlannedList> {
  const { cycleId, unitId, round, starter } = key;
  return deps.transactions.run(async (stores) =>
    stores.effects.once(`plan-list/${cycleId}/${unitId}/${round}`, async () => {
      const context = await cycleContext(deps, stores, cycleId);
      const tied = await tiedToList(stores, await personsOnList(stores, cycleId, unitId));
      const steps: PlannedStep[] = [];
      for (const step of deliberationSteps(context.rulebook)) {
        steps.push(await plannedStep(stores, context, { unitId, step, starter, tied }));
      }
      return { plan: { starter, steps }, clocks: stepClocks(context, deps.clock.now()) };
    }),
  );
}

async function plannedStep(
  stores: Stores,
  { cycle }: CycleContext,
  {
    unitId,
    step,
    starter,
    tied,
  }: {
    readonly unitId: string;
    readonly step: DeliberationStep;
    readonly starter: string | null;
    readonly tied: (account: Account) => RecusalGround | null;
  },
): Promise<PlannedStep> {
  const named = await whoever(stores, step.who, cycle.areaId, unitId);
  const above = await holders(stores, step.escalateTo, cycle.areaId, unitId);
  const recused = new Map(
    [...named, ...above].flatMap((account) => {
      const why = tied(account);
      return why === null ? [] : [[account.id, why] as const];
    }),
  );
  const seats = named.map((account): PlannedSeat => ({
    holder: account.id,
    weight: weightOf(account, step.who, cycle.areaId),
  }));
  return planStep(step, {
    candidates: seats,
    superiors: above.map(({ id }) => id),
    starter,
    recused: [...recused].map(([account, why]) => ({ account, why })),
  });
}

/** What ties an account to somebody on a list: being that person, a relative, a rival for a post; null: nothing on record. */
async function tiedToList(
  stores: Stores,
  listed: ReadonlySet<string>,
): Promise<(account: Account) => RecusalGround | null> {
  const interests = await stores.panels.interests([...listed]);
  const kinds = new Map(interests.map(({ accountId, kind }) => [accountId, kind]));
  return ({ id, personId }) => {
    if (personId !== null && listed.has(personId)) return 'own_case';
    const kind = kinds.get(id);
    return kind === undefined ? null : kind === 'relative' ? 'relative' : 'competed_for_post';
  };
}

async function whoever(
  stores: Stores,
  who: StepWho,
  areaId: string,
  unitId: string,
): Promise<readonly Account[]> {
  if ('role' in who) return holders(stores, who.role, areaId, who.scope === 'unit' ? unitId : null);
  const accounts: Account[] = [];
  for (const username of who.named) {
    const account = await stores.accounts.byUsername(username);
    if (account !== null && !account.disabled) accounts.push(account);
  }
  return accounts;
}

/** In a vote, whoever also holds a weighted role in the area has its weight, the heaviest of several. */
function weightOf({ grants }: Account, who: StepWho, areaId: string): number {
  const weights = 'role' in who ? (who.weights ?? {}) : {};
  const held = grants.filter((grant) => grant.areaId === areaId).map(({ role }) => weights[role] ?? 1);
  return Math.max(1, ...held);
}

async function holders(
  stores: Stores,
  role: string | null,
  areaId: string,
  unitId: string | null,
): Promise<readonly Account[]> {
  return role !== null && isRole(role) ? stores.accounts.holdersOf(role, areaId, unitId) : [];
}

/** The persons a list is about; none of them takes part in deciding on it. */
export async function personsOnList(
  stores: Stores,
  cycleId: string,
  unitId: string,
): Promise<ReadonlySet<string>> {
  const appraisals = await stores.appraisals.ofUnit(cycleId, unitId);
  return new Set(appraisals.filter(({ status }) => status !== 'left').map(({ personId }) => personId));
}

/** Until when each step has time if it opens at this instant, by the cycle's own clock. */
export function stepClocks(context: CycleContext, from: Instant): StepClocks {
  return Object.fromEntries(
    deliberationSteps(context.rulebook).map((step) => [
      step.id,
      {
        remindAt: deadlineIn(context, from, step.remindAfterWorkingDays),
        escalateAt: deadlineIn(context, from, step.escalateAfterWorkingDays),
      },
    ]),
  );
}

function isRole(role: string): role is Role {
  return ROLES.some((known) => known === role);
}
