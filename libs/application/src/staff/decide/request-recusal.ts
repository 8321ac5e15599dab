import { Refusal } from '@kaoji/domain';
import type { Actor } from '../access/actor.js';
import { demandOwn } from '../collect/own-evidence.js';
import { findAppraisal } from '../find.js';
import { sendAct, type ActDeps, type Acted } from './act.js';
import { namedAccounts, type NamedAccount } from './named-accounts.js';

/** Who decides on the list somebody is on. */
export type Deciders = {
  readonly round: number;
  readonly step: string;
  readonly deciders: readonly NamedAccount[];
};

/**
 * An appraisee asks that somebody stand aside (申请回避); a superior decides on it with a reason. Refuses
 * `STAGE_NOT_OPEN` while no list is decided on, `REASON_REQUIRED`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function requestRecusal(
  deps: ActDeps,
  actor: Actor,
  input: {
    readonly appraisalId: string;
    readonly against: string;
    readonly reason: string;
    readonly key: string;
  },
): Promise<Acted> {
  const { key, ...request } = input;
  return sendAct(deps, actor, { verb: 'challenge', key, request }, async (stores) => {
    const { appraisalId, against, reason } = request;
    const { appraisal, cycle } = await findAppraisal(stores, appraisalId);
    demandOwn(actor, appraisal, cycle.areaId);
    const { cycleId, unitId } = appraisal;
    const open = await stores.approvals.latestOf(cycleId, unitId);
    if (open === null) throw notDecided();
    const { round, listHash, stand } = open;
    const list = { cycleId, unitId, round, listHash, step: stand.step };
    return { request: { ...list, verb: 'challenge', to: [against], reason }, at: deps.clock.now() };
  });
}

/** Who decides on the list an appraisee is on now. Refuses `STAGE_NOT_OPEN`, `NOT_FOUND`, `FORBIDDEN`. */
export async function viewDeciders(
  { transactions }: Pick<ActDeps, 'transactions'>,
  actor: Actor,
  appraisalId: string,
): Promise<Deciders> {
  return transactions.read(async (stores) => {
    const { appraisal, cycle } = await findAppraisal(stores, appraisalId);
    demandOwn(actor, appraisal, cycle.areaId);
    const open = await stores.approvals.latestOf(appraisal.cycleId, appraisal.unitId);
    if (open === null) throw notDecided();
    const { round, stand, plan } = open;
    const seated = stand.seats.filter(({ state }) => state !== 'gone' && state !== 'recused');
    const planned = plan.steps.flatMap(({ seats }) => seats);
    const accounts = [...seated, ...planned].map(({ holder }) => holder);
    return { round, step: stand.step, deciders: await namedAccounts(stores, accounts) };
  });
}

function notDecided(): Refusal {
  return new Refusal('STAGE_NOT_OPEN', 'Nobody decides on this list yet.');
}
