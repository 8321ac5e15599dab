import { Refusal } from '@kaoji/domain';
import type { Account, Role } from '../../ports/records.js';
import type { Actor } from '../access/actor.js';
import { onceFor } from '../access/idempotency.js';
import { demand, forbidden } from '../access/permissions.js';
import { insertNewRequests } from '../collect/insert-new-requests.js';
import { isOwn } from '../collect/own-evidence.js';
import { findCycle, findCycleUnit, notFound } from '../find.js';
import { windowIsOpen } from './find-panel.js';
import { panelPart } from './panel-rules.js';
import { panelId, seatEverybody } from './seat-panels.js';
import type { PanelDeps } from './stand-aside.js';
import { tiesOf } from './ties.js';

export type NamedPanel = {
  readonly panelId: string;
  readonly seats: number;
  /** Members the system replaced or took away because of a conflict. */
  readonly conflicts: number;
  /** Appraisees for whom fewer members sit than the quorum. */
  readonly short: number;
};

/**
 * HR names who sits in the panel of a unit and part, in order; the system removes conflicts and seats the next.
 * Refuses `PANEL_INVALID` (somebody without the role here, or twice, or fewer than the quorum), `DUPLICATE_PANEL`,
 * `COLLECTION_CLOSED`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function namePanel(
  deps: PanelDeps,
  actor: Actor,
  input: {
    readonly cycleId: string;
    readonly unitId: string;
    readonly part: string;
    readonly role: string;
    readonly members: readonly string[];
    readonly key: string;
  },
): Promise<NamedPanel> {
  const { key, ...request } = input;
  return deps.transactions.run((stores) =>
    onceFor(stores, actor, { verb: 'panel.name', key, request }, async () => {
      const { cycleId, unitId, members } = request;
      const cycle = await findCycle(stores, cycleId);
      demand(actor, 'panel.name', { areaId: cycle.areaId, unitId });
      const unit = await findCycleUnit(stores, cycleId, unitId);
      const now = deps.clock.now();
      if (!windowIsOpen(unit, now)) {
        throw new Refusal('COLLECTION_CLOSED', 'The collection of this unit is closed.');
      }
      const people = (await stores.appraisals.ofUnit(cycleId, unitId)).filter((one) => one.status !== 'left');
      // Nobody chooses who judges them.
      if (people.some((one) => isOwn(actor, one))) throw forbidden();
      const rulebook = await deps.rulebooks.take(stores, cycle.rulebookHash);
      const part = panelPart(rulebook, request.part, request.role);
      if (part === null) throw notFound('part marked by a panel');
      const holders = await stores.accounts.holdersOf(part.role as Role, cycle.areaId, unitId);
      refuseUnfit(members, holders, part.rule.quorum);
      const place = { cycleId, unitId, part: part.part, role: part.role };
      const panel = { ...place, id: panelId(place), members, namedBy: actor.accountId, namedAt: now };
      await stores.panels.insert([panel]);
      const ties = await tiesOf(stores, people);
      const taken = await stores.panels.seats(panel);
      const on = { people, holders, taken, earlier: [] };
      const { requests, stoodDown } = seatEverybody({ rulebook, ties, at: now }, panel, part, on);
      if (stoodDown.length > 0) await stores.panels.standDown(stoodDown);
      await insertNewRequests(stores, cycleId, requests, people, now);
      const seats = await stores.panels.seats(panel);
      const sitting = (id: string): number =>
        new Set(seats.filter((one) => one.appraisalId === id).map((one) => one.raterId)).size;
      const asked = new Set(seats.map(({ appraisalId }) => appraisalId));
      const short = [...asked].filter((id) => sitting(id) < part.rule.quorum).length;
      return { panelId: panel.id, seats: seats.length, conflicts: stoodDown.length, short };
    }),
  );
}

function refuseUnfit(members: readonly string[], holders: readonly Account[], quorum: number): void {
  const known = new Set(holders.map(({ id }) => id));
  const errors = members.flatMap((id, at) => {
    const path = `members.${at}`;
    if (!known.has(id)) return [{ path, code: 'NO_SUCH_ROLE', message: 'does not hold the role here' }];
    return members.indexOf(id) < at ? [{ path, code: 'TWICE', message: 'is named twice' }] : [];
  });
  if (errors.length === 0 && members.length < quorum) {
    errors.push({ path: 'members', code: 'BELOW_QUORUM', message: `fewer than the quorum of ${quorum}` });
  }
  if (errors.length > 0) {
    throw new Refusal('PANEL_INVALID', `This panel cannot sit: ${errors[0]?.message ?? ''}.`, { errors });
  }
}
