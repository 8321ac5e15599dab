import { randomUUID } from 'node:crypto';
import type { Clock, WorkflowGateway } from '../ports/gateways.js';
import type { Transactions } from '../ports/stores.js';
import type { Actor } from '../staff/access/actor.js';
import { createRulebookShelf } from '../staff/plan/rulebook-shelf.js';
import { deliverResults } from '../staff/results/delivery/deliver-results.js';
import type { Year } from './small-year.js';

type Delivering = {
  readonly transactions: Transactions;
  readonly gateway: WorkflowGateway;
  readonly clock: Clock;
};

/** Somebody of a seeded year with a role in the whole area, as a session would name them. */
export function staffOf({ cycle: { areaId } }: Pick<Year, 'cycle'>, name: string): Actor {
  const role = name
    .replace(/-\d+$/, '')
    .replace(/^panel$/, 'panel_member') as Actor['grants'][number]['role'];
  return { accountId: `${areaId}-${name}`, personId: null, grants: [{ role, areaId, unitId: null }] };
}

/** The appraisee of a seeded year at this place. */
export function appraiseeOf({ cycle, appraisals }: Year, place: number): Actor {
  const appraisal = appraisals[place];
  if (appraisal === undefined) throw new Error(`nobody at ${place}`);
  const { personId, unitId } = appraisal;
  const accountId = `account-${personId}`;
  return { accountId, personId, grants: [{ role: 'appraisee', areaId: cycle.areaId, unitId }] };
}

/** Deps of the use cases people start, on a seeded year. */
export function peopleDeps(deps: Delivering) {
  return { ...deps, ids: { next: randomUUID }, rulebooks: createRulebookShelf() };
}

/** HR hand every result of a unit over, as one list; the unit has been notified. */
export async function deliverUnit(deps: Delivering, year: Year, unitId: string): Promise<void> {
  await deliverResults(peopleDeps(deps), staffOf(year, 'hr_officer'), {
    ...{ cycleId: year.cycle.id, unitId, way: 'handed_over', key: `deliver-${unitId}` },
  });
}
