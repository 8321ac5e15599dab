import type { ApprovalPlan } from '@kaoji/domain/approval';
import type { ApprovalActRow, ApprovalSnapshot, ApprovalStand } from '../../ports/approvals.js';
import type { Clock } from '../../ports/gateways.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { holds } from '../access/permissions.js';
import { findCycle, findCycleUnit, notFound } from '../find.js';
import { demandReader } from './list-access.js';
import { namedAccounts, type NamedAccount } from './named-accounts.js';

type ViewDeps = { readonly transactions: Transactions; readonly clock: Clock };

/** Where the approval of a unit's latest list stands: its steps with their people, the seats, who waits. */
export type ApprovalView = Pick<ApprovalSnapshot, 'round' | 'listHash'> &
  Omit<ApprovalStand, 'remindAt'> & {
    readonly steps: ApprovalPlan['steps'];
    readonly people: readonly NamedAccount[];
  };
/** Every accepted act on a unit's lists, in order, with its reason. */
export type ActList = { readonly items: readonly ApprovalActRow[]; readonly people: readonly NamedAccount[] };

/** Refuses `NOT_FOUND` before a list was shown, `FORBIDDEN`. */
export async function viewApproval(
  { transactions, clock }: ViewDeps,
  actor: Actor,
  cycleId: string,
  unitId: string,
): Promise<ApprovalView> {
  return transactions.read(async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    await findCycleUnit(stores, cycleId, unitId);
    await demandReader(stores, actor, cycle, unitId, clock.now());
    const snapshot = await stores.approvals.latestOf(cycleId, unitId);
    if (snapshot === null) throw notFound('list under approval');
    const { round, listHash, plan, stand } = snapshot;
    const { remindAt: _ownMatter, ...shown } = stand;
    const planned = plan.steps.flatMap(({ seats, superiors, recused }) => [
      ...seats.map(({ holder }) => holder),
      ...superiors,
      ...recused.map(({ account }) => account),
    ]);
    const accounts = [...planned, ...stand.seats.map(({ holder }) => holder)];
    const people = await namedAccounts(stores, accounts);
    return { round, listHash, ...shown, steps: plan.steps, people };
  });
}

/** Refuses `NOT_FOUND`, `FORBIDDEN`. Auditors read it too. */
export async function listActs(
  { transactions, clock }: ViewDeps,
  actor: Actor,
  cycleId: string,
  unitId: string,
): Promise<ActList> {
  return transactions.read(async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    await findCycleUnit(stores, cycleId, unitId);
    const audits = holds(actor, 'list.acts', { areaId: cycle.areaId, unitId });
    if (!audits) await demandReader(stores, actor, cycle, unitId, clock.now());
    const items = await stores.approvals.actsOf(cycleId, unitId);
    const accounts = items.flatMap(({ actBy, onBehalfOf, target }) => [
      actBy,
      ...(onBehalfOf === null ? [] : [onBehalfOf]),
      ...(target.to ?? []),
    ]);
    return { items, people: await namedAccounts(stores, accounts) };
  });
}
