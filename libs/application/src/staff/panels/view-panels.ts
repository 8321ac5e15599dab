import { Refusal, mayCompare, raterReport, titleOf, type LocalText, type RaterHabit } from '@kaoji/domain';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { demandOwn } from '../collect/own-evidence.js';
import { namedAccounts, type NamedAccount } from '../decide/named-accounts.js';
import { findAppraisal } from '../find.js';
import { findPanel, progressOf } from './find-panel.js';
import type { PanelDeps } from './stand-aside.js';

export type PanelReport = {
  readonly panelId: string;
  readonly part: string;
  readonly role: string;
  readonly raters: readonly RaterHabit[];
  readonly people: readonly NamedAccount[];
};

/**
 * How each member marked next to the others: leniency, spread, extremes. It changes no mark. Refuses `PANEL_BLIND`
 * before all marks are in or the window closed, and to a member as long as marks can change; `NOT_FOUND`, `FORBIDDEN`.
 */
export async function panelReport(deps: PanelDeps, actor: Actor, panelId: string): Promise<PanelReport> {
  return deps.transactions.read(async (stores) => {
    const { panel, cycle, unit, part } = await findPanel(stores, deps.rulebooks, panelId);
    demand(actor, 'panel.report', { areaId: cycle.areaId, unitId: panel.unitId });
    const seats = await stores.panels.seats(panel);
    const sits = seats.some(({ raterId }) => raterId === actor.accountId);
    if (!mayCompare(progressOf(unit, seats, deps.clock.now()), sits)) {
      throw new Refusal(
        'PANEL_BLIND',
        'Nobody reads the marks of a panel before all are in or the window closes.',
      );
    }
    const marks = (await stores.marks.currentOfUnit(panel.cycleId, panel.unitId))
      .filter((mark) => mark.part === panel.part && mark.role === panel.role)
      .map(({ raterId, appraisalId, post, value }) => ({
        rater: raterId,
        about: JSON.stringify([appraisalId, post]),
        value,
      }));
    const raters = raterReport(marks, part.rule.reasonForExtremes);
    const people = await namedAccounts(
      stores,
      raters.map(({ rater }) => rater),
    );
    return { panelId, part: panel.part, role: panel.role, raters, people };
  });
}

export type OwnPanel = {
  readonly panelId: string;
  readonly partTitle: LocalText;
  readonly role: string;
  readonly members: readonly NamedAccount[];
};

/** Who sits for an appraisee, for them to ask that somebody stand aside. Refuses `NOT_FOUND`, `FORBIDDEN`. */
export async function ownPanels(
  deps: Pick<PanelDeps, 'rulebooks'> & { readonly transactions: Transactions },
  actor: Actor,
  appraisalId: string,
): Promise<readonly OwnPanel[]> {
  return deps.transactions.read(async (stores) => {
    const { appraisal, cycle } = await findAppraisal(stores, appraisalId);
    demandOwn(actor, appraisal, cycle.areaId);
    const rulebook = await deps.rulebooks.take(stores, cycle.rulebookHash);
    const titles = new Map(
      rulebook.dimensions.flatMap(({ sheets }) =>
        sheets.flatMap(({ parts }) => parts.map((part) => [part.id, titleOf(part)] as const)),
      ),
    );
    const found: OwnPanel[] = [];
    for (const panel of await stores.panels.ofCycle(cycle.id)) {
      if (panel.unitId !== appraisal.unitId) continue;
      const sitting = (await stores.panels.seats(panel)).filter((one) => one.appraisalId === appraisalId);
      if (sitting.length === 0) continue;
      const members = await namedAccounts(stores, [...new Set(sitting.map(({ raterId }) => raterId))]);
      const partTitle = titles.get(panel.part) ?? { zh: panel.part, en: panel.part };
      found.push({ panelId: panel.id, partTitle, role: panel.role, members });
    }
    return found;
  });
}
