import { Refusal, conflictOf, type AppraiseeTies, type Rulebook } from '@kaoji/domain';
import type { Clock } from '../../ports/gateways.js';
import type { Account, Appraisal, MarkRequest } from '../../ports/records.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { everyAppraisal } from '../every-appraisal.js';
import { findCycle } from '../find.js';
import { panelPart } from '../panels/panel-rules.js';
import { panelId } from '../panels/seat-panels.js';
import { sitter, tiesOf } from '../panels/ties.js';
import { wrongState } from '../plan/consult.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { insertNewRequests } from './insert-new-requests.js';
import { markedPart } from './marked-part.js';

export type RequestMarksDeps = {
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly rulebooks: RulebookShelf;
};
type Fault = { readonly path: string; readonly code: string; readonly message: string };

/**
 * Says who is asked to mark whom for what, before or while collecting; what is asked already stays asked.
 * Refuses `MARK_REQUEST_INVALID` (`details.errors`: unknown appraisal, part, role or rater; somebody asked to
 * mark themself), `CYCLE_STATE`, `NOT_FOUND`, `FORBIDDEN`. All of them or none.
 */
export async function requestMarks(
  deps: RequestMarksDeps,
  actor: Actor,
  cycleId: string,
  requests: readonly MarkRequest[],
): Promise<{ readonly assigned: number }> {
  return deps.transactions.run(async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    demand(actor, 'cycle.plan', { areaId: cycle.areaId, unitId: 'whole_area' });
    if (cycle.state === 'closed') throw wrongState(cycle.state, 'open');
    const rulebook = await deps.rulebooks.take(stores, cycle.rulebookHash);
    const appraisals = new Map((await everyAppraisal(stores, cycleId)).map((row) => [row.id, row]));
    const raters = await accountsOf(stores, requests);
    const panels = new Set((await stores.panels.ofCycle(cycleId)).map(({ id }) => id));
    const asked = new Set(requests.map(({ appraisalId }) => appraisalId));
    const ties = await tiesOf(
      stores,
      [...appraisals.values()].filter(({ id }) => asked.has(id)),
    );
    const faults = requests.flatMap((request, index) =>
      [
        ...faultsOf(
          rulebook,
          cycle.areaId,
          request,
          appraisals.get(request.appraisalId),
          raters.get(request.raterId),
        ),
        ...panelFaults(
          rulebook,
          panels,
          ties,
          request,
          appraisals.get(request.appraisalId),
          raters.get(request.raterId),
        ),
      ].map((fault) => ({
        path: `requests.${index}.${fault.path}`,
        code: fault.code,
        message: fault.message,
      })),
    );
    if (faults.length > 0) {
      throw new Refusal('MARK_REQUEST_INVALID', `Nothing was asked: ${faults[0]?.message}.`, {
        errors: faults.slice(0, 200),
      });
    }
    const now = deps.clock.now();
    return { assigned: await insertNewRequests(stores, cycleId, requests, [...appraisals.values()], now) };
  });
}

/** A named panel is changed by replacing a member, with its trace; before one is named, conflicts count as well. */
function panelFaults(
  rulebook: Rulebook,
  panels: ReadonlySet<string>,
  ties: (appraisal: Appraisal) => AppraiseeTies,
  { part, role }: MarkRequest,
  appraisal: Appraisal | undefined,
  rater: Account | undefined,
): readonly Fault[] {
  if (appraisal === undefined || rater === undefined || panelPart(rulebook, part, role) === null) return [];
  if (panels.has(panelId({ cycleId: appraisal.cycleId, unitId: appraisal.unitId, part, role }))) {
    const message = 'a panel marks this part: replace one of its members instead';
    return [{ path: 'part', code: 'PANEL_NAMED', message }];
  }
  const conflict = conflictOf(sitter(rater), ties(appraisal));
  if (conflict === null || conflict === 'oneself') return [];
  return [{ path: 'raterId', code: 'RATER_CONFLICT', message: `stands aside for this person (${conflict})` }];
}

async function accountsOf(
  stores: Stores,
  requests: readonly MarkRequest[],
): Promise<ReadonlyMap<string, Account>> {
  const accounts = new Map<string, Account>();
  for (const raterId of new Set(requests.map((request) => request.raterId))) {
    const account = await stores.accounts.byId(raterId);
    if (account !== null && !account.disabled) accounts.set(raterId, account);
  }
  return accounts;
}

function faultsOf(
  rulebook: Rulebook,
  areaId: string,
  request: MarkRequest,
  appraisal: Appraisal | undefined,
  rater: Account | undefined,
): readonly Fault[] {
  if (appraisal === undefined) {
    return [{ path: 'appraisalId', code: 'APPRAISAL_UNKNOWN', message: 'no such appraisal in this cycle' }];
  }
  const faults: Fault[] = [];
  if (markedPart(rulebook, appraisal.posts, request) === null) {
    const message = 'this role does not mark this part for somebody with these posts';
    faults.push({ path: 'part', code: 'PART_NOT_MARKED', message });
  }
  const inScope = rater?.grants.some(
    (grant) => grant.areaId === areaId && (grant.unitId === null || grant.unitId === appraisal.unitId),
  );
  if (rater === undefined || inScope !== true) {
    faults.push({
      path: 'raterId',
      code: 'RATER_UNKNOWN',
      message: 'no such account with a role in this unit',
    });
  }
  if (rater?.personId === appraisal.personId && request.role !== 'self') {
    faults.push({ path: 'raterId', code: 'RATER_IS_APPRAISEE', message: 'nobody marks themself' });
  }
  return faults;
}
