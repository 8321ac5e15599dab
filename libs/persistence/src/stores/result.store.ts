import type { ResultStore } from '@kaoji/application';
import { appraisalTable } from '../schema/appraisal.entities.js';
import {
  evaluationTable,
  evidenceTable,
  quotaSheetTable,
  sealedUnitTable,
} from '../schema/result.entities.js';
import type { Session } from '../session.js';
import { insertRows, taken } from '../statements.js';

/** Sealed evidence, evaluations and quota sheets, by round. */
export function createResultStore(session: Session): ResultStore {
  const { manager } = session;
  return {
    insertEvidence: (rows) =>
      insertRows(session, evidenceTable, rows, taken('DUPLICATE_EVIDENCE', 'This round is sealed already.')),
    evidence: (appraisalId) =>
      manager
        .createQueryBuilder(evidenceTable, 'e')
        .where('e.appraisalId = :appraisalId', { appraisalId })
        .orderBy('e.round', 'DESC')
        .limit(1)
        .getOne(),
    evidenceOfUnit: (cycleId, unitId, round) =>
      manager
        .createQueryBuilder(evidenceTable, 'e')
        .innerJoin(appraisalTable.options.name, 'a', 'a.id = e.appraisalId')
        .where('a.cycleId = :cycleId AND a.unitId = :unitId AND e.round = :round', { cycleId, unitId, round })
        .orderBy('e.appraisalId')
        .getMany(),
    insertEvaluations: (rows) =>
      insertRows(
        session,
        evaluationTable,
        rows,
        taken('DUPLICATE_EVALUATION', 'This round is evaluated already.'),
      ),
    evaluation: (appraisalId) =>
      manager
        .createQueryBuilder(evaluationTable, 'e')
        .where('e.appraisalId = :appraisalId', { appraisalId })
        .orderBy('e.round', 'DESC')
        .limit(1)
        .getOne(),
    evaluationsOfUnit: (cycleId, unitId, round) =>
      manager
        .createQueryBuilder(evaluationTable, 'e')
        .innerJoin(appraisalTable.options.name, 'a', 'a.id = e.appraisalId')
        .where('a.cycleId = :cycleId AND a.unitId = :unitId AND e.round = :round', { cycleId, unitId, round })
        .orderBy('e.appraisalId')
        .getMany(),
    evaluationByHash: (appraisalId, hash) =>
      manager
        .createQueryBuilder(evaluationTable, 'e')
        .where('e.appraisalId = :appraisalId AND e.hash = :hash', { appraisalId, hash })
        .orderBy('e.round')
        .limit(1)
        .getOne(),
    insertSealedUnit: (row) =>
      insertRows(
        session,
        sealedUnitTable,
        [row],
        taken('DUPLICATE_SEALED_UNIT', 'This round of the unit is sealed already.'),
      ),
    insertQuotaSheet: (sheet) =>
      insertRows(
        session,
        quotaSheetTable,
        [sheet],
        taken('DUPLICATE_QUOTA_SHEET', 'This round has its quota sheet already.'),
      ),
    quotaSheet: (cycleId, unitId) =>
      manager
        .createQueryBuilder(quotaSheetTable, 'q')
        .where('q.cycleId = :cycleId AND q.unitId = :unitId', { cycleId, unitId })
        .orderBy('q.round', 'DESC')
        .limit(1)
        .getOne(),
  };
}
