import type { Appraisal, AppraisalStore } from '@kaoji/application';
import { SEALED } from '../people/sealed-columns.js';
import { openRow, sealRows } from '../people/seal-rows.js';
import { appraisalTable, dutyReportTable } from '../schema/appraisal.entities.js';
import type { Session } from '../session.js';
import { advanceRow, inPortions, insertRows, taken } from '../statements.js';
import { appendVersions } from '../versions.js';
import { advanceAppraisals } from './advance-appraisals.js';
import { onPage } from './page.js';

/** Appraisals: one person in one cycle. */
export function createAppraisalStore(session: Session): AppraisalStore {
  const { manager } = session;
  const where = (condition: string, values: Partial<Record<keyof Appraisal, string>>) =>
    manager.createQueryBuilder(appraisalTable, 'a').where(condition, values);
  return {
    insertMany: (appraisals) =>
      insertRows(
        session,
        appraisalTable,
        appraisals,
        taken('DUPLICATE_APPRAISEE', 'Someone is appraised twice in this cycle.'),
      ),
    byId: (id) => where('a.id = :id', { id }).getOne(),
    byIds: (ids) =>
      inPortions(ids, (portion) =>
        manager.createQueryBuilder(appraisalTable, 'a').where('a.id IN (:...portion)', { portion }).getMany(),
      ),
    ofUnit: (cycleId, unitId) =>
      where('a.cycleId = :cycleId AND a.unitId = :unitId', { cycleId, unitId }).orderBy('a.id').getMany(),
    countByUnit: async (cycleId) => {
      const rows = await where('a.cycleId = :cycleId', { cycleId })
        .select('a.unitId', 'unitId')
        .addSelect('COUNT(*)', 'count')
        .groupBy('a.unitId')
        .orderBy('a.unitId')
        .getRawMany<{ unitId: string; count: unknown }>();
      return new Map(rows.map(({ unitId, count }) => [unitId, Number(count)]));
    },
    ofCycle: (cycleId, page) => onPage(where('a.cycleId = :cycleId', { cycleId }), 'a', page).getMany(),
    ofCommunity: (cycleId, communityId) =>
      where('a.cycleId = :cycleId AND a.communityId = :communityId', { cycleId, communityId })
        .orderBy('a.id')
        .getMany(),
    ofPerson: (personId) => where('a.personId = :personId', { personId }).orderBy('a.id').getMany(),
    advance: (id, expectedVersion, change) =>
      advanceRow(session, appraisalTable, { id }, expectedVersion, change),
    advanceMany: (changes) => advanceAppraisals(session, changes),
    insertDutyReport: async (report) => {
      const reports = await sealRows(session, SEALED.dutyReports, [report]);
      await appendVersions(session, { table: dutyReportTable, key: [] }, reports);
    },
    latestDutyReport: async (appraisalId) => {
      const report = await manager
        .createQueryBuilder(dutyReportTable, 'd')
        .where('d.appraisalId = :appraisalId', { appraisalId })
        .orderBy('d.version', 'DESC')
        .limit(1)
        .getOne();
      return openRow(session, SEALED.dutyReports, report);
    },
  };
}
