import type { LocalText } from '@kaoji/domain';
import type { ChallengeRow, StandDownRow } from '../../ports/panels.js';
import type { Stores } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand, holds } from '../access/permissions.js';
import { titleOfCode } from '../collect/marking-list.js';
import { namedAccounts, type NamedAccount } from '../decide/named-accounts.js';
import { findCycle } from '../find.js';
import { findPanel, progressOf, type FoundPanel } from './find-panel.js';
import { partTitleOf } from './panel-parts.js';
import type { PanelDeps } from './stand-aside.js';

export type PanelView = {
  readonly id: string;
  readonly cycleId: string;
  readonly unitId: string;
  readonly part: string;
  readonly partTitle: LocalText;
  readonly role: string;
  readonly roleTitle: LocalText;
  readonly members: readonly string[];
  readonly namedBy: string;
  readonly namedAt: number;
  readonly size: number | null;
  readonly quorum: number;
  readonly minimum: number;
  readonly blind: boolean;
  readonly people: readonly {
    readonly appraisalId: string;
    /** Null to those who read without names. */
    readonly name: string | null;
    readonly seated: number;
    readonly given: number;
    /** Fewer members sit than the quorum. */
    readonly short: boolean;
    /** The window is closed and too few marks came: the rulebook's missing rule decides, never the system. */
    readonly missing: boolean;
  }[];
  readonly stoodDown: readonly StandDownRow[];
  readonly challenges: readonly (ChallengeRow & { readonly verdict: 'granted' | 'refused' | null })[];
};

export type PanelList = {
  readonly items: readonly PanelView[];
  readonly next: null;
  /** Everybody named in them. */
  readonly accounts: readonly NamedAccount[];
};

/** The panels of a cycle in the reader's scope: who was named, who stood down and why, how far they are; no mark. */
export async function listPanels(deps: PanelDeps, actor: Actor, cycleId: string): Promise<PanelList> {
  return deps.transactions.read(async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    demand(actor, 'panel.read', { areaId: cycle.areaId, unitId: 'any_unit' });
    const stoodDown = await stores.panels.stoodDown(cycleId);
    const views: PanelView[] = [];
    for (const { id, unitId } of await stores.panels.ofCycle(cycleId)) {
      const inScope = actor.grants.some(
        (grant) => grant.areaId === cycle.areaId && (grant.unitId === null || grant.unitId === unitId),
      );
      if (!inScope) continue;
      const scope = { areaId: cycle.areaId, unitId };
      const names = holds(actor, 'person.names', scope) ? await namesIn(stores, cycleId, unitId) : null;
      views.push(await viewOf(deps, stores, await findPanel(stores, deps.rulebooks, id), stoodDown, names));
    }
    return { items: views, next: null, accounts: await namedAccounts(stores, views.flatMap(accountsIn)) };
  });
}

/** Names by appraisal. */
async function namesIn(
  stores: Stores,
  cycleId: string,
  unitId: string,
): Promise<ReadonlyMap<string, string>> {
  const appraisals = await stores.appraisals.ofUnit(cycleId, unitId);
  const people = await stores.places.people(appraisals.map(({ personId }) => personId));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return new Map(appraisals.map(({ id, personId }) => [id, names.get(personId) ?? '']));
}

function accountsIn({ members, stoodDown, challenges }: PanelView): readonly string[] {
  const left = stoodDown.flatMap(({ raterId, replacedBy }) => [raterId, replacedBy ?? raterId]);
  return [...members, ...left, ...challenges.map(({ raterId }) => raterId)];
}

async function viewOf(
  deps: PanelDeps,
  stores: Stores,
  { panel, unit, part, rulebook }: FoundPanel,
  stoodDown: readonly StandDownRow[],
  names: ReadonlyMap<string, string> | null,
): Promise<PanelView> {
  const seats = await stores.panels.seats(panel);
  const { blind, windowOpen } = progressOf(unit, seats, deps.clock.now());
  const inPanel = <T extends { readonly part: string; readonly role: string; readonly appraisalId: string }>(
    rows: readonly T[],
  ): readonly T[] => rows.filter((row) => row.part === panel.part && row.role === panel.role);
  const people = [...new Set(seats.map(({ appraisalId }) => appraisalId))];
  const left = inPanel(stoodDown).filter(({ appraisalId }) => people.includes(appraisalId));
  return {
    ...panel,
    partTitle: partTitleOf(rulebook, panel.part),
    roleTitle: titleOfCode(rulebook.roles, panel.role),
    ...{ size: part.rule.size ?? null, quorum: part.rule.quorum, minimum: part.minimum, blind },
    people: people.map((appraisalId) => {
      const own = seats.filter((one) => one.appraisalId === appraisalId);
      const raters = new Set(own.map(({ raterId }) => raterId));
      const given = [...raters].filter((id) => own.every((one) => one.raterId !== id || one.marked)).length;
      return {
        ...{
          appraisalId,
          name: names?.get(appraisalId) ?? null,
          seated: raters.size,
          given,
          short: raters.size < part.rule.quorum,
        },
        missing: !windowOpen && given < part.minimum,
      };
    }),
    stoodDown: left,
    challenges: inPanel(await stores.panels.challenges(people)).map(({ answer, ...row }) => ({
      ...row,
      verdict: answer?.verdict ?? null,
    })),
  };
}
