import type { ApprovalAct } from '@kaoji/domain/approval';
import { cycleContext } from '../engine/cycle-context.js';
import { stepClocks } from '../engine/plan-deliberation.js';
import { listSource } from '../engine/record-stand.js';
import type { ApprovalStand } from '../ports/approvals.js';
import type { Clock, WorkflowGateway } from '../ports/gateways.js';
import type { Transactions } from '../ports/stores.js';
import { createRulebookShelf } from '../staff/plan/rulebook-shelf.js';

type Deciding = {
  readonly transactions: Transactions;
  readonly gateway: WorkflowGateway;
  readonly clock: Clock;
};
type List = {
  readonly cycleId: string;
  readonly cycleKey: string;
  readonly unitId: string;
  readonly round: number;
};
/** What somebody does, beyond the list and the step it is done in. */
export type Doing = Pick<ApprovalAct, 'verb'> & Partial<Omit<ApprovalAct, 'verb'>>;

/** Tells the flow of one act, as the service would; the list must be shown already. */
export async function tellAct(
  { transactions, gateway, clock }: Deciding,
  list: List,
  key: string,
  doing: Doing,
  over: { readonly listHash?: string; readonly round?: number } = {},
): ReturnType<WorkflowGateway['act']> {
  const { open, context } = await transactions.read(async (stores) => ({
    open: await stores.approvals.snapshot(listSource(list)),
    context: await cycleContext({ rulebooks: createRulebookShelf() }, stores, list.cycleId),
  }));
  if (open === null) throw new Error(`no list ${listSource(list)}`);
  const { round, listHash, stand } = open;
  const at = clock.now();
  const act: ApprovalAct = {
    ...{
      id: key,
      step: stand.step,
      by: stand.tasks[0]?.account ?? '',
      onBehalfOf: null,
      at,
      reasonHash: null,
    },
    ...doing,
  };
  const message = { round, listHash, ...over, act, clocks: stepClocks(context, at) };
  return gateway.act(list.cycleKey, list.unitId, key, message);
}

/** Whoever is waited for approves, step by step, until the list is approved; or the first of them returns it. */
export async function decideList(deps: Deciding, list: List, verdict: 'approve' | 'return'): Promise<void> {
  const back = { returnTo: 'collection', reasonHash: 'sha256:reason' };
  const open = await deps.transactions.read(async ({ approvals }) => approvals.snapshot(listSource(list)));
  let stand: ApprovalStand | undefined = open?.stand;
  for (let act = 1; stand?.status === 'open'; act += 1) {
    const { step, tasks } = stand;
    const by = tasks[0]?.account ?? '';
    const doing = { verb: verdict, step, by, ...(verdict === 'return' ? back : {}) };
    const told = await tellAct(deps, list, `${verdict}-${list.round}-${act}`, doing);
    if (!told.ok) throw new Error(told.code);
    stand = told.answer;
  }
}
