import { createHash } from 'node:crypto';
import { replacementFor, seatPanel, type AppraiseeTies, type Rulebook } from '@kaoji/domain';
import type { Panel, StandDownRow } from '../../ports/panels.js';
import type { Account, Appraisal, Instant, MarkRequest } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import { panelParts, postsAsked, type PanelPart } from './panel-rules.js';
import { sitter } from './ties.js';

export type SeatingPlan = {
  readonly cycleId: string;
  readonly rulebook: Rulebook;
  readonly appraisals: readonly Appraisal[];
  readonly holdersOf: (unitId: string, role: string) => readonly Account[];
  readonly ties: (appraisal: Appraisal) => AppraiseeTies;
  readonly by: string;
  readonly at: Instant;
};
type Seated = { readonly requests: readonly MarkRequest[]; readonly stoodDown: readonly StandDownRow[] };

/** The same unit, part and role have one panel, whoever names it. */
export function panelId({
  cycleId,
  unitId,
  part,
  role,
}: Pick<Panel, 'cycleId' | 'unitId' | 'part' | 'role'>): string {
  const digest = createHash('sha256').update(JSON.stringify([cycleId, unitId, part, role]));
  return `panel-${digest.digest('hex').slice(0, 32)}`;
}

/**
 * Names the panels that HR did not name, from those who hold the role, and seats every panel for whoever has empty
 * seats. Conflicts are removed and replaced here, each with a row that says so. Gives the marks to ask for.
 */
export async function seatPanels(stores: Stores, plan: SeatingPlan): Promise<readonly MarkRequest[]> {
  const known = new Map((await stores.panels.ofCycle(plan.cycleId)).map((panel) => [panel.id, panel]));
  const earlier = await stores.panels.stoodDown(plan.cycleId);
  const [named, requests, rows]: [Panel[], MarkRequest[], StandDownRow[]] = [[], [], []];
  for (const unitId of [...new Set(plan.appraisals.map((one) => one.unitId))].sort()) {
    const people = plan.appraisals.filter((one) => one.unitId === unitId);
    const parts = panelParts(plan.rulebook, [...new Set(people.flatMap(({ posts }) => posts))]);
    for (const part of parts) {
      const holders = plan.holdersOf(unitId, part.role);
      if (holders.length === 0) continue;
      const id = panelId({ cycleId: plan.cycleId, unitId, ...part });
      const before = known.get(id);
      const panel = before ?? newPanel(plan, unitId, part, holders);
      if (before === undefined) named.push(panel);
      const seated = seatEverybody(plan, panel, part, {
        people,
        holders,
        taken: before === undefined ? [] : await stores.panels.seats(panel),
        earlier,
      });
      requests.push(...seated.requests);
      rows.push(...seated.stoodDown);
    }
  }
  if (named.length > 0) await stores.panels.insert(named);
  if (rows.length > 0) await stores.panels.standDown(rows);
  return requests;
}

function newPanel(
  { cycleId, by, at }: SeatingPlan,
  unitId: string,
  { part, role, rule }: PanelPart,
  holders: readonly Account[],
): Panel {
  const members = holders.map(({ id }) => id).slice(0, rule.size ?? holders.length);
  const panel = { cycleId, unitId, part, role };
  return { ...panel, id: panelId(panel), members, namedBy: by, namedAt: at };
}

/** Seats a panel for people: those without a seat anew, those with some seats empty from who is left. */
export function seatEverybody(
  plan: Pick<SeatingPlan, 'rulebook' | 'ties' | 'at'>,
  panel: Panel,
  { part, role, rule }: PanelPart,
  on: {
    readonly people: readonly Appraisal[];
    readonly holders: readonly Account[];
    readonly taken: readonly { readonly appraisalId: string; readonly raterId: string }[];
    readonly earlier: readonly StandDownRow[];
  },
): Seated {
  const holders = new Map(on.holders.map((account) => [account.id, sitter(account)]));
  const members = panel.members.flatMap((id) => holders.get(id) ?? []);
  const reserve = [...holders.values()].filter(({ account }) => !panel.members.includes(account));
  const [requests, stoodDown]: [MarkRequest[], StandDownRow[]] = [[], []];
  for (const appraisal of on.people) {
    const ties = plan.ties(appraisal);
    const of = <T extends { readonly appraisalId: string }>(rows: readonly T[]): readonly T[] =>
      rows.filter(({ appraisalId }) => appraisalId === appraisal.id);
    const posts = postsAsked(plan.rulebook, appraisal.posts, { part, role });
    const ask = (raterId: string): void => {
      for (const post of posts) requests.push({ appraisalId: appraisal.id, part, post, role, raterId });
    };
    const sitting = new Set(of(on.taken).map(({ raterId }) => raterId));
    const left = of(on.earlier).filter((row) => row.part === part && row.role === role);
    if (posts.length === 0) continue;
    if (sitting.size === 0 && left.length === 0) {
      const seating = seatPanel({ size: rule.size ?? null, members, reserve, ties });
      seating.seats.forEach(ask);
      for (const { account, cause, replacedBy } of seating.stoodDown) {
        const decided = { reason: null, decidedBy: null, decidedAt: plan.at };
        const seat = { appraisalId: appraisal.id, part, role, raterId: account };
        stoodDown.push({ ...seat, cause, replacedBy, ...decided });
      }
      continue;
    }
    const candidates = [...members, ...reserve];
    const wanted = rule.size ?? candidates.length;
    const passed = new Set([...sitting, ...left.map(({ raterId }) => raterId)]);
    for (let count = sitting.size; count < wanted; count += 1) {
      const next = replacementFor(candidates, ties, passed);
      if (next === null) break;
      passed.add(next);
      ask(next);
    }
  }
  return { requests, stoodDown };
}
