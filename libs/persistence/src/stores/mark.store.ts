import type { MarkRequest, MarkRow, MarkStore } from '@kaoji/application';
import type { EntitySchema, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import {
  adjustmentTable,
  appraisalTable,
  markRequestTable,
  markTable,
  partEvidenceTable,
  routineTable,
} from '../schema/appraisal.entities.js';
import { SEALED } from '../people/sealed-columns.js';
import { openRows, sealRows } from '../people/seal-rows.js';
import { panelTable, standDownTable } from '../schema/panel.entities.js';
import type { Session } from '../session.js';
import { insertRows, taken } from '../statements.js';
import { appendVersions, newestOnly } from '../versions.js';
import type { VersionedTable } from '../versions.js';

const MARKS = { table: markTable, key: ['part', 'post', 'role', 'raterId'] } as const;
const ROUTINE = { table: routineTable, key: ['period'] } as const;
const ADJUSTMENTS = { table: adjustmentTable, key: ['item'] } as const;
const EVIDENCE = { table: partEvidenceTable, key: ['part'] } as const;

const IN_PANEL = 'p.cycleId = a.cycleId AND p.unitId = a.unitId AND p.part = r.part AND p.role = r.role';
const SAME_MARK =
  'm.appraisalId = r.appraisalId AND m.part = r.part AND m.post = r.post AND m.role = r.role AND m.raterId = r.raterId';

/** Leaves out the requests or marks of whoever stood down for that appraisee: one key look-up a row. */
function ofThoseSeated<Row extends ObjectLiteral>(rows: SelectQueryBuilder<Row>): SelectQueryBuilder<Row> {
  const stoodDown = rows
    .subQuery()
    .select('1')
    .from(standDownTable, 'd')
    .where('d.appraisalId = r.appraisalId AND d.part = r.part AND d.role = r.role AND d.raterId = r.raterId')
    .getQuery();
  return rows.andWhere(`NOT EXISTS ${stoodDown}`);
}

/** Rows of the appraisals of one unit, in one statement. */
function ofUnit<Row extends ObjectLiteral>(
  session: Session,
  table: EntitySchema<Row>,
  cycleId: string,
  unitId: string,
) {
  return session.manager
    .createQueryBuilder(table, 'r')
    .innerJoin(appraisalTable.options.name, 'a', 'a.id = r.appraisalId')
    .where('a.cycleId = :cycleId AND a.unitId = :unitId', { cycleId, unitId });
}

function currentOfUnit<
  Row extends ObjectLiteral & { readonly appraisalId: string; readonly version: number },
>(
  session: Session,
  versioned: VersionedTable<Row>,
  cycleId: string,
  unitId: string,
): Promise<readonly Row[]> {
  const rows = newestOnly(ofUnit(session, versioned.table, cycleId, unitId), 'r', versioned);
  rows.orderBy('r.appraisalId');
  for (const part of versioned.key) rows.addOrderBy(`r.${part}`);
  return rows.getMany();
}

/** The marks that count: highest versions, and nothing of whoever stood down. */
async function currentMarks(session: Session, cycleId: string, unitId: string): Promise<readonly MarkRow[]> {
  const rows = ofThoseSeated(newestOnly(ofUnit(session, markTable, cycleId, unitId), 'r', MARKS));
  rows.orderBy('r.appraisalId');
  for (const part of MARKS.key) rows.addOrderBy(`r.${part}`);
  return openRows(session, SEALED.marks, await rows.getMany());
}

/** Marks, routine marks, adjustments and evidence, with who is asked for a mark. */
export function createMarkStore(session: Session): MarkStore {
  const { manager } = session;
  return {
    insertRequests: (requests) =>
      insertRows(
        session,
        markRequestTable,
        requests,
        taken('DUPLICATE_REQUEST', 'This mark is asked for already.'),
      ),
    requestsFor: async (cycleId, raterId) => {
      const requests = manager
        .createQueryBuilder(markRequestTable, 'r')
        .innerJoin(appraisalTable.options.name, 'a', 'a.id = r.appraisalId')
        .leftJoin(markTable.options.name, 'm', SAME_MARK)
        .addSelect('m.value', 'marked')
        .where('r.raterId = :raterId AND a.cycleId = :cycleId', { raterId, cycleId })
        .orderBy({ 'r.appraisalId': 'ASC', 'r.part': 'ASC', 'r.post': 'ASC', 'r.role': 'ASC' });
      const { entities, raw } = await newestOnly(ofThoseSeated(requests), 'm', MARKS).getRawAndEntities<{
        marked: string | null;
      }>();
      return entities.map((request: MarkRequest, position) => ({
        ...request,
        marked: raw[position]?.marked ?? null,
      }));
    },
    openRequestsOfUnit: (cycleId, unitId) =>
      ofThoseSeated(ofUnit(session, markRequestTable, cycleId, unitId))
        .leftJoin(markTable.options.name, 'm', `${SAME_MARK} AND m.version = 1`)
        .andWhere('m.version IS NULL')
        .orderBy({
          'r.appraisalId': 'ASC',
          'r.part': 'ASC',
          'r.post': 'ASC',
          'r.role': 'ASC',
          'r.raterId': 'ASC',
        })
        .getMany(),
    openCountsOfUnit: async (cycleId, unitId, raterIds) => {
      if (raterIds?.length === 0) return new Map();
      const requests = ofThoseSeated(ofUnit(session, markRequestTable, cycleId, unitId))
        .leftJoin(panelTable.options.name, 'p', IN_PANEL)
        .leftJoin(markTable.options.name, 'm', `${SAME_MARK} AND m.version = 1`)
        .andWhere("m.version IS NULL AND a.status <> 'left'")
        .select('r.raterId', 'raterId')
        .addSelect('COUNT(*)', 'open')
        .addSelect('COUNT(p.id)', 'inPanels')
        .groupBy('r.raterId');
      if (raterIds !== null) requests.andWhere('r.raterId IN (:...raterIds)', { raterIds });
      const rows = await requests.getRawMany<{ raterId: string; open: unknown; inPanels: unknown }>();
      return new Map(
        rows.map(({ raterId, open, inPanels }) => [
          raterId,
          { all: Number(open), inPanels: Number(inPanels) },
        ]),
      );
    },
    append: async (marks) =>
      appendVersions<MarkRow>(session, MARKS, await sealRows(session, SEALED.marks, marks)),
    latestVersion: async (appraisalId, part, post, role, raterId) => {
      const row = await manager
        .createQueryBuilder(markTable, 'm')
        .select('MAX(m.version)', 'latest')
        .where('m.appraisalId = :appraisalId AND m.part = :part AND m.post = :post', {
          appraisalId,
          part,
          post: post ?? '',
        })
        .andWhere('m.role = :role AND m.raterId = :raterId', { role, raterId })
        .getRawOne<{ latest: string | number | null }>();
      return Number(row?.latest ?? 0);
    },
    currentOfUnit: (cycleId, unitId) => currentMarks(session, cycleId, unitId),
    appendRoutine: (rows) => appendVersions(session, ROUTINE, rows),
    currentRoutineOfUnit: (cycleId, unitId) => currentOfUnit(session, ROUTINE, cycleId, unitId),
    appendAdjustments: (rows) => appendVersions(session, ADJUSTMENTS, rows),
    currentAdjustmentsOfUnit: (cycleId, unitId) => currentOfUnit(session, ADJUSTMENTS, cycleId, unitId),
    appendEvidence: (rows) => appendVersions(session, EVIDENCE, rows),
    currentEvidenceOfUnit: (cycleId, unitId) => currentOfUnit(session, EVIDENCE, cycleId, unitId),
  };
}
