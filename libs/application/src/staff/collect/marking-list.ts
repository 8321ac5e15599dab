import type { LocalText, Rulebook } from '@kaoji/domain';
import type { Appraisal, MarkRow } from '../../ports/records.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { findCycle } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { panelId } from '../panels/seat-panels.js';
import { markedPart, type MarkedPart } from './marked-part.js';

export type MarkingItem = {
  readonly appraisalId: string;
  readonly unitId: string;
  readonly name: string;
  readonly posts: readonly string[];
  readonly part: string;
  readonly partTitle: LocalText;
  readonly post: string | null;
  readonly postTitle: LocalText | null;
  readonly role: string;
  readonly roleTitle: LocalText;
  readonly max: string;
  readonly evidenceRequired: boolean;
  readonly evidence: readonly string[];
  /** What marks from a number up stand for, best first. */
  readonly anchors: MarkedPart['anchors'];
  /** Marks this high or this low need a reason. */
  readonly reasonBounds: { readonly atLeast: string; readonly atMost: string } | null;
  /** The panel one sits in for this, if any. */
  readonly panelId: string | null;
  readonly marked: string | null;
  /** The reason they gave with it. */
  readonly reason: string | null;
  readonly nextVersion: number;
};

/** What this person is asked to mark, what is on record for it, and what they gave so far; never what others gave. */
export async function markingList(
  deps: { readonly transactions: Transactions; readonly rulebooks: RulebookShelf },
  actor: Actor,
  cycleId: string,
): Promise<readonly MarkingItem[]> {
  return deps.transactions.read(async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    const rulebook = await deps.rulebooks.take(stores, cycle.rulebookHash);
    const requests = await stores.marks.requestsFor(cycleId, actor.accountId);
    const appraisals = await appraisalsOf(
      stores,
      cycleId,
      new Set(requests.map((request) => request.appraisalId)),
    );
    const people = await stores.places.people([...appraisals.values()].map(({ personId }) => personId));
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const evidence = await evidenceOn(stores, cycleId, [...appraisals.values()]);
    const own = requests.some(({ marked }) => marked !== null)
      ? await ownMarks(stores, actor, cycleId, [...appraisals.values()])
      : new Map<string, MarkRow>();
    const panels = new Set((await stores.panels.ofCycle(cycleId)).map(({ id }) => id));
    return requests.flatMap((request): MarkingItem[] => {
      const appraisal = appraisals.get(request.appraisalId);
      const part = appraisal === undefined ? null : markedPart(rulebook, appraisal.posts, request);
      if (appraisal === undefined || part === null || appraisal.status === 'left') return [];
      return [
        {
          appraisalId: appraisal.id,
          unitId: appraisal.unitId,
          name: names.get(appraisal.personId) ?? '',
          posts: appraisal.posts,
          part: request.part,
          partTitle: part.title,
          post: request.post,
          postTitle: request.post === null ? null : titleOfCode(rulebook.posts, request.post),
          role: request.role,
          roleTitle: titleOfCode(rulebook.roles, request.role),
          max: part.max,
          evidenceRequired: part.evidenceRequired,
          evidence: evidence.get(partKey(request)) ?? [],
          anchors: part.anchors,
          reasonBounds: part.panel?.reasonForExtremes ?? null,
          panelId: panelHere(panels, appraisal, request),
          marked: request.marked,
          reason: own.get(markKey(request))?.reason ?? null,
          nextVersion: (own.get(markKey(request))?.version ?? 0) + 1,
        },
      ];
    });
  });
}

/** What the rulebook calls a post or role; its code where it does not list it. */
export function titleOfCode(named: Rulebook['roles'], code: string): LocalText {
  return named.find((one) => one.code === code)?.title ?? { zh: code, en: code };
}

function panelHere(
  panels: ReadonlySet<string>,
  { cycleId, unitId }: Appraisal,
  { part, role }: { readonly part: string; readonly role: string },
): string | null {
  const id = panelId({ cycleId, unitId, part, role });
  return panels.has(id) ? id : null;
}

async function appraisalsOf(
  stores: Stores,
  cycleId: string,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Appraisal>> {
  const found = new Map<string, Appraisal>();
  for (const { unitId } of wanted.size === 0 ? [] : await stores.cycles.units(cycleId)) {
    for (const appraisal of await stores.appraisals.ofUnit(cycleId, unitId)) {
      if (wanted.has(appraisal.id)) found.set(appraisal.id, appraisal);
    }
  }
  return found;
}

async function evidenceOn(
  stores: Stores,
  cycleId: string,
  appraisals: readonly Appraisal[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const unitId of new Set(appraisals.map((appraisal) => appraisal.unitId))) {
    for (const row of await stores.marks.currentEvidenceOfUnit(cycleId, unitId)) {
      found.set(partKey(row), row.evidence);
    }
  }
  return found;
}

async function ownMarks(
  stores: Stores,
  actor: Actor,
  cycleId: string,
  appraisals: readonly Appraisal[],
): Promise<ReadonlyMap<string, MarkRow>> {
  const own = new Map<string, MarkRow>();
  for (const unitId of new Set(appraisals.map((appraisal) => appraisal.unitId))) {
    for (const mark of await stores.marks.currentOfUnit(cycleId, unitId)) {
      if (mark.raterId === actor.accountId) own.set(markKey(mark), mark);
    }
  }
  return own;
}

function partKey({ appraisalId, part }: { readonly appraisalId: string; readonly part: string }): string {
  return JSON.stringify([appraisalId, part]);
}

function markKey(mark: {
  readonly appraisalId: string;
  readonly part: string;
  readonly post: string | null;
  readonly role: string;
}): string {
  return JSON.stringify([mark.appraisalId, mark.part, mark.post, mark.role]);
}
