import type { Appraisal, Instant } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { onceFor } from '../access/idempotency.js';
import { demand, forbidden } from '../access/permissions.js';
import type { Done } from '../collect/close-collection.js';
import { isOwn } from '../collect/own-evidence.js';
import { findAppraisal, notFound } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { findPanel, windowIsOpen } from './find-panel.js';
import { leaveSeats } from './leave-seat.js';
import type { PanelDeps } from './stand-aside.js';

/**
 * Records what ties an account to an appraisee: a relative, or a competitor for the same post. People say it of
 * themselves, HR of anybody; it is not taken back. Seats they hold for this person change hands at once. Refuses
 * `NOT_FOUND`, `FORBIDDEN`.
 */
export async function declareInterest(
  deps: PanelDeps,
  actor: Actor,
  input: {
    readonly appraisalId: string;
    readonly accountId: string;
    readonly kind: 'relative' | 'competing';
    readonly key: string;
  },
): Promise<Done> {
  const { key, ...request } = input;
  return deps.transactions.run((stores) =>
    onceFor<Done>(stores, actor, { verb: 'interest', key, request }, async () => {
      const { appraisalId, accountId, kind } = request;
      const { appraisal, cycle } = await findAppraisal(stores, appraisalId);
      const scope = { areaId: cycle.areaId, unitId: appraisal.unitId };
      demand(actor, accountId === actor.accountId ? 'interest.declare' : 'panel.name', scope);
      if (isOwn(actor, appraisal)) throw forbidden(); // an appraisee asks, and the superior decides
      if ((await stores.accounts.byId(accountId)) === null) throw notFound('account');
      const at = deps.clock.now();
      const said = { declaredBy: actor.accountId, declaredAt: at };
      await stores.panels.declare([{ personId: appraisal.personId, accountId, kind, ...said }]);
      await leaveForTie(stores, deps.rulebooks, { appraisal, accountId, cause: kind, at });
      return { done: true };
    }),
  );
}

/** Takes somebody off every panel seat they hold for an appraisee, as far as marks are still open. */
export async function leaveForTie(
  stores: Stores,
  rulebooks: RulebookShelf,
  tie: {
    readonly appraisal: Appraisal;
    readonly accountId: string;
    readonly cause: 'relative' | 'competing';
    readonly at: Instant;
  },
): Promise<void> {
  const { appraisal, accountId, cause, at } = tie;
  const here = (await stores.panels.ofCycle(appraisal.cycleId)).filter(
    ({ unitId }) => unitId === appraisal.unitId,
  );
  for (const { id } of here) {
    const found = await findPanel(stores, rulebooks, id);
    if (!windowIsOpen(found.unit, at)) continue;
    const seats = await stores.panels.seats(found.panel);
    if (!seats.some((one) => one.appraisalId === appraisal.id && one.raterId === accountId)) continue;
    const leaving = { raterId: accountId, cause, reason: null, decidedBy: null, at };
    await leaveSeats(stores, found, [appraisal], leaving);
  }
}
