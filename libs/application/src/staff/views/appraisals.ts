import type { Appraisal } from '../../ports/records.js';
import type { Page, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand, holds, type Permission } from '../access/permissions.js';
import { findCycle } from '../find.js';
import { nextAfter, type Listed } from './cycles.js';

export type ListedAppraisal = Pick<
  Appraisal,
  'id' | 'unitId' | 'communityId' | 'posts' | 'category' | 'status' | 'eligibility' | 'joinedLate' | 'version'
> & {
  readonly personRef: string;
  readonly name: string | null; // for those who work with people of the unit
  readonly result: {
    readonly status: string;
    readonly grade: string | null;
    readonly composite: string | null;
    readonly rule: string | null;
    readonly clause: string | null;
    readonly notifiedAt: number;
    readonly contestUntil: number | null;
  } | null;
};

/**
 * The appraisals of a cycle, those of one's own units only, page by page over the whole cycle: a page may
 * hold fewer than asked and still have a next. With `unitId`, of that unit only. Refuses `NOT_FOUND`, `FORBIDDEN`.
 */
export async function listAppraisals(
  deps: { readonly transactions: Transactions },
  actor: Actor,
  { cycleId, unitId }: { readonly cycleId: string; readonly unitId: string | null },
  page: Page,
): Promise<Listed<ListedAppraisal>> {
  return deps.transactions.read(async (stores) => {
    const { areaId } = await findCycle(stores, cycleId);
    demand(actor, 'appraisal.list', { areaId, unitId: unitId ?? 'any_unit' });
    const rows =
      unitId === null
        ? await stores.appraisals.ofCycle(cycleId, page)
        : onPage(await stores.appraisals.ofUnit(cycleId, unitId), page);
    const may = (permission: Permission, row: Appraisal) =>
      holds(actor, permission, { areaId, unitId: row.unitId });
    const visible = rows.filter((row) => may('appraisal.list', row));
    const named = visible.filter((row) => may('person.names', row)).map(({ personId }) => personId);
    const names = new Map((await stores.places.people(named)).map(({ id, name }) => [id, name]));
    const items = visible.map((row) => listed(row, names.get(row.personId) ?? null));
    return { items, next: nextAfter(rows, page) };
  });
}

/** A unit is read as a whole: it has hundreds of people at most. */
function onPage(rows: readonly Appraisal[], { after, limit }: Page): readonly Appraisal[] {
  return rows.filter(({ id }) => after === null || id > after).slice(0, limit);
}

function listed(row: Appraisal, name: string | null): ListedAppraisal {
  const { id, unitId, communityId, posts, category, status, eligibility, joinedLate, version } = row;
  const { finalStatus, finalGrade, composite, decidedRule, decidedClause, notifiedAt, contestUntil } = row;
  return {
    id,
    unitId,
    communityId,
    personRef: row.personId,
    name,
    posts,
    category,
    status,
    eligibility,
    joinedLate,
    version,
    result:
      notifiedAt === null || finalStatus === null
        ? null
        : {
            status: finalStatus,
            grade: finalGrade,
            composite,
            rule: decidedRule,
            clause: decidedClause,
            notifiedAt,
            contestUntil,
          },
  };
}
