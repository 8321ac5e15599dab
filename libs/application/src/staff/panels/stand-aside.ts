import { Refusal } from '@kaoji/domain';
import type { Clock } from '../../ports/gateways.js';
import type { Appraisal } from '../../ports/records.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { onceFor } from '../access/idempotency.js';
import { demand, forbidden } from '../access/permissions.js';
import { isOwn } from '../collect/own-evidence.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { findAppraisee, findPanel, type FoundPanel } from './find-panel.js';
import { leaveSeats, notSeated } from './leave-seat.js';

export type PanelDeps = {
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly rulebooks: RulebookShelf;
};
/** How many seats changed hands, and how many of them nobody could take. */
export type Replaced = { readonly replaced: number; readonly empty: number };

/**
 * A member stands aside for one appraisee, with a reason, and is replaced. Refuses `PANEL_NOT_SEATED`,
 * `REASON_REQUIRED`, `COLLECTION_CLOSED`, `NOT_FOUND`.
 */
export async function recuseFromPanel(
  deps: PanelDeps,
  actor: Actor,
  input: {
    readonly panelId: string;
    readonly appraisalId: string;
    readonly reason: string;
    readonly key: string;
  },
): Promise<Replaced> {
  const { key, ...request } = input;
  return deps.transactions.run((stores) =>
    onceFor(stores, actor, { verb: 'panel.recuse', key, request }, async () => {
      const found = await findPanel(stores, deps.rulebooks, request.panelId);
      demand(actor, 'panel.recuse', { areaId: found.cycle.areaId, unitId: 'any_unit' }); // the seat says the rest
      const appraisal = await findAppraisee(stores, found.panel, request.appraisalId);
      return leave(deps, stores, found, [appraisal], {
        ...{ raterId: actor.accountId, cause: 'recused', decidedBy: actor.accountId },
        reason: said(request.reason),
      });
    }),
  );
}

/**
 * HR replaces a member who is absent: for one appraisee, or for everybody they did not mark yet. Refuses as
 * `recuseFromPanel` does, and `FORBIDDEN`.
 */
export async function replaceAbsent(
  deps: PanelDeps,
  actor: Actor,
  input: {
    readonly panelId: string;
    readonly accountId: string;
    readonly appraisalId: string | null;
    readonly reason: string;
    readonly key: string;
  },
): Promise<Replaced> {
  const { key, ...request } = input;
  return deps.transactions.run((stores) =>
    onceFor(stores, actor, { verb: 'panel.absent', key, request }, async () => {
      const found = await findPanel(stores, deps.rulebooks, request.panelId);
      demand(actor, 'panel.name', { areaId: found.cycle.areaId, unitId: found.panel.unitId });
      const appraisals =
        request.appraisalId === null
          ? await unmarkedBy(stores, found, request.accountId)
          : [await findAppraisee(stores, found.panel, request.appraisalId)];
      if (appraisals.length === 0) throw notSeated();
      if (appraisals.some((one) => isOwn(actor, one))) throw forbidden();
      return leave(deps, stores, found, appraisals, {
        ...{ raterId: request.accountId, cause: 'absent', decidedBy: actor.accountId },
        reason: said(request.reason),
      });
    }),
  );
}

async function unmarkedBy(
  stores: Stores,
  { panel }: FoundPanel,
  accountId: string,
): Promise<readonly Appraisal[]> {
  const open = (await stores.panels.seats(panel)).filter(
    ({ raterId, marked }) => raterId === accountId && !marked,
  );
  return stores.appraisals.byIds([...new Set(open.map(({ appraisalId }) => appraisalId))]);
}

async function leave(
  deps: PanelDeps,
  stores: Stores,
  found: FoundPanel,
  appraisals: readonly Appraisal[],
  leaving: Omit<Parameters<typeof leaveSeats>[3], 'at'>,
): Promise<Replaced> {
  const rows = await leaveSeats(stores, found, appraisals, { ...leaving, at: deps.clock.now() });
  const empty = rows.filter(({ replacedBy }) => replacedBy === null).length;
  return { replaced: rows.length - empty, empty };
}

/** Refuses `REASON_REQUIRED` for blanks. */
export function said(reason: string): string {
  if (reason.trim() !== '') return reason.trim();
  throw new Refusal('REASON_REQUIRED', 'Standing aside, and asking somebody to, needs a reason.');
}
