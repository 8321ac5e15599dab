import { Refusal } from '@kaoji/domain';
import type { DocumentStore, RecordedGrade } from '@kaoji/application';
import { SEALED } from '../people/sealed-columns.js';
import { insertSealed, openRow, openRows } from '../people/seal-rows.js';
import { appraisalTable } from '../schema/appraisal.entities.js';
import { attemptTable, documentTable, importedGradeTable } from '../schema/decision.entities.js';
import type { Session } from '../session.js';
import { inPortions, insertRows, taken } from '../statements.js';

const STANDS = `d.withdraws IS NULL AND NOT EXISTS (SELECT 1 FROM gate_document w WHERE w.withdraws = d.id)`;
const OF_THIS_OR_A_LIVE_CYCLE = `(d.cycleId = :cycleId OR EXISTS (SELECT 1 FROM cycle c WHERE c.id = d.cycle_id AND c.run = 'live'))`;

/** Documents on record, attempts a gate refused, and results of earlier years from elsewhere. */
export function createDocumentStore(session: Session): DocumentStore {
  const { manager } = session;
  const standing = (cycleId: string) =>
    manager
      .createQueryBuilder(documentTable, 'd')
      .where(`${STANDS} AND ${OF_THIS_OR_A_LIVE_CYCLE}`, { cycleId })
      .orderBy({ 'd.recordedAt': 'ASC', 'd.id': 'ASC' });
  return {
    insert: (document) =>
      insertSealed(
        session,
        SEALED.documents,
        [document],
        taken('DUPLICATE_DOCUMENT', 'This document is taken back already.'),
      ),
    byId: async (id) =>
      openRow(
        session,
        SEALED.documents,
        await manager.createQueryBuilder(documentTable, 'd').where('d.id = :id', { id }).getOne(),
      ),
    about: async ({ cycleId, unitId, personIds }) => {
      const ofUnit = await standing(cycleId)
        .andWhere('d.unitId = :unitId AND d.personId IS NULL', { unitId })
        .getMany();
      const ofPeople = await inPortions(personIds, (portion) =>
        standing(cycleId).andWhere('d.personId IN (:...portion)', { portion }).getMany(),
      );
      return openRows(session, SEALED.documents, [...ofUnit, ...ofPeople]);
    },
    insertAttempt: (attempt) =>
      insertRows(
        session,
        attemptTable,
        [attempt],
        taken('DUPLICATE_REFUSED_ATTEMPT', 'This attempt is on record already.'),
      ),
    attemptsOf: (cycleId, unitId) =>
      manager
        .createQueryBuilder(attemptTable, 'a')
        .where('a.cycleId = :cycleId AND a.unitId = :unitId', { cycleId, unitId })
        .orderBy({ 'a.attemptedAt': 'ASC', 'a.id': 'ASC' })
        .getMany(),
    insertImported: (grades) =>
      insertRows(
        session,
        importedGradeTable,
        grades,
        new Refusal('VERSION_CONFLICT', 'Somebody imported this year meanwhile.'),
      ),
    recordedOf: async (personIds) => {
      const rows = await inPortions(personIds, (portion) =>
        manager
          .createQueryBuilder(appraisalTable, 'a')
          .innerJoin('cycle', 'c', 'c.id = a.cycleId')
          .where(`a.personId IN (:...portion) AND a.status = 'recorded' AND c.run = 'live'`, { portion })
          .select('a.personId', 'personId')
          .addSelect('a.id', 'appraisalId')
          .addSelect('c.year', 'year')
          .addSelect('COALESCE(a.finalGrade, a.finalStatus)', 'result')
          .addSelect('a.notifiedAt', 'notifiedAt')
          .orderBy({ 'c.year': 'ASC', 'a.id': 'ASC' })
          .getRawMany<Record<keyof RecordedGrade, string | number | null>>(),
      );
      return rows.map(({ personId, appraisalId, year, result, notifiedAt }) => ({
        personId: String(personId),
        appraisalId: String(appraisalId),
        year: Number(year),
        result: String(result),
        notifiedAt: notifiedAt === null ? null : Number(notifiedAt),
      }));
    },
    importedOf: (personIds) =>
      inPortions(personIds, (portion) =>
        manager
          .createQueryBuilder(importedGradeTable, 'g')
          .where('g.personId IN (:...portion)', { portion })
          .andWhere(
            'NOT EXISTS (SELECT 1 FROM imported_grade n WHERE n.person_id = g.personId AND n.year = g.year AND n.version > g.version)',
          )
          .orderBy({ 'g.personId': 'ASC', 'g.year': 'ASC' })
          .getMany(),
      ),
  };
}
