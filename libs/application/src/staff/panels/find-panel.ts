import { isBlind, type PanelProgress, type Rulebook } from '@kaoji/domain';
import type { Panel, PanelSeat } from '../../ports/panels.js';
import type { Appraisal, CycleUnit, Instant } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import { findCycle, findCycleUnit, notFound, type FoundCycle } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { panelPart, type PanelPart } from './panel-rules.js';

export type FoundPanel = {
  readonly panel: Panel;
  readonly cycle: FoundCycle;
  readonly unit: CycleUnit;
  readonly rulebook: Rulebook;
  readonly part: PanelPart;
};

/** A panel with its rule. Refuses `NOT_FOUND`. */
export async function findPanel(
  stores: Stores,
  rulebooks: RulebookShelf,
  panelId: string,
): Promise<FoundPanel> {
  const panel = await stores.panels.byId(panelId);
  if (panel === null) throw notFound('panel');
  const cycle = await findCycle(stores, panel.cycleId);
  const rulebook = await rulebooks.take(stores, cycle.rulebookHash);
  const part = panelPart(rulebook, panel.part, panel.role);
  if (part === null) throw notFound('panel');
  return { panel, cycle, unit: await findCycleUnit(stores, panel.cycleId, panel.unitId), rulebook, part };
}

/** An appraisal of the panel's unit. Refuses `NOT_FOUND`. */
export async function findAppraisee(
  stores: Stores,
  panel: Pick<Panel, 'cycleId' | 'unitId'>,
  appraisalId: string,
): Promise<Appraisal> {
  const appraisal = await stores.appraisals.byId(appraisalId);
  const here = appraisal?.cycleId === panel.cycleId && appraisal.unitId === panel.unitId;
  if (appraisal === null || !here) throw notFound('appraisal in the unit of this panel');
  return appraisal;
}

/** Whether marks of a unit may still be given, and so changed. */
export function windowIsOpen(unit: Pick<CycleUnit, 'state' | 'collectionClosesAt'>, now: Instant): boolean {
  if (unit.state === 'planned') return true;
  return unit.state === 'collecting' && (unit.collectionClosesAt ?? now) >= now;
}

export function progressOf(
  unit: Pick<CycleUnit, 'state' | 'collectionClosesAt'>,
  seats: readonly PanelSeat[],
  now: Instant,
): PanelProgress & { readonly blind: boolean } {
  const missing = seats.filter(({ marked }) => !marked).length;
  const progress = { windowOpen: windowIsOpen(unit, now), missing, seats: seats.length };
  return { ...progress, blind: isBlind(progress) };
}
