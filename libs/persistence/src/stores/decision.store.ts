import type { DecisionStore } from '@kaoji/application';
import { SEALED } from '../people/sealed-columns.js';
import { insertSealed, openRow, openRows } from '../people/seal-rows.js';
import {
  acknowledgedTable,
  consequenceTable,
  contestTable,
  deliberationTable,
  noticeTable,
  reminderTable,
  signatureTable,
} from '../schema/result.entities.js';
import type { Session } from '../session.js';
import { inPortions, insertOnce, insertRows, taken } from '../statements.js';
import { appendVersions, newestOnly } from '../versions.js';

const CONSEQUENCES = { table: consequenceTable, key: ['rule'] } as const;

/** What people decided, signed and contested, and what follows. */
export function createDecisionStore(session: Session): DecisionStore {
  const { manager } = session;
  return {
    insertDeliberation: (row) =>
      insertRows(
        session,
        deliberationTable,
        [row],
        taken('DUPLICATE_DELIBERATION', 'This list is decided already.'),
      ),
    deliberations: (cycleId, unitId) =>
      manager
        .createQueryBuilder(deliberationTable, 'd')
        .where('d.cycleId = :cycleId AND d.unitId = :unitId', { cycleId, unitId })
        .orderBy('d.round')
        .getMany(),
    insertAcknowledged: (cases) =>
      insertSealed(
        session,
        SEALED.acknowledged,
        cases,
        taken('DUPLICATE_ACKNOWLEDGEMENT', 'This case is acknowledged in this round already.'),
      ),
    acknowledged: async (cycleId, unitId) => {
      const rows = await manager
        .createQueryBuilder(acknowledgedTable, 'a')
        .where('a.cycleId = :cycleId AND a.unitId = :unitId', { cycleId, unitId })
        .orderBy({ 'a.round': 'ASC', 'a.appraisalId': 'ASC' })
        .getMany();
      return openRows(session, SEALED.acknowledged, rows);
    },
    insertNotice: (notice) =>
      insertRows(session, noticeTable, [notice], taken('DUPLICATE_NOTICE', 'This notice is out already.')),
    notices: (cycleId) =>
      manager
        .createQueryBuilder(noticeTable, 'n')
        .where('n.cycleId = :cycleId', { cycleId })
        .orderBy({ 'n.unitId': 'ASC', 'n.startsAt': 'ASC' })
        .getMany(),
    noticesOpenAt: (at) =>
      manager
        .createQueryBuilder(noticeTable, 'n')
        .where('n.endsAt > :at AND n.startsAt <= :at', { at })
        .orderBy({ 'n.endsAt': 'ASC', 'n.cycleId': 'ASC', 'n.unitId': 'ASC' })
        .getMany(),
    insertSignature: (row) =>
      insertSealed(
        session,
        SEALED.signatures,
        [row],
        taken('DUPLICATE_SIGNATURE', 'This result is signed already.'),
      ),
    signature: async (appraisalId) =>
      openRow(
        session,
        SEALED.signatures,
        await manager
          .createQueryBuilder(signatureTable, 's')
          .where('s.appraisalId = :appraisalId', { appraisalId })
          .getOne(),
      ),
    insertContest: (row) =>
      insertSealed(
        session,
        SEALED.contests,
        [row],
        taken('DUPLICATE_CONTEST', 'This result is contested already.'),
      ),
    contestOf: async (appraisalId) =>
      openRow(
        session,
        SEALED.contests,
        await manager
          .createQueryBuilder(contestTable, 'c')
          .where('c.appraisalId = :appraisalId', { appraisalId })
          .getOne(),
      ),
    appendConsequences: (rows) => appendVersions(session, CONSEQUENCES, rows),
    currentConsequences: (appraisalIds) =>
      inPortions(appraisalIds, (portion) =>
        newestOnly(
          manager
            .createQueryBuilder(consequenceTable, 'c')
            .where('c.appraisalId IN (:...portion)', { portion }),
          'c',
          CONSEQUENCES,
        )
          .orderBy({ 'c.appraisalId': 'ASC', 'c.rule': 'ASC' })
          .getMany(),
      ),
    insertReminder: async (row) => ((await insertOnce(session, reminderTable, row)) ? 'sent' : 'already'),
    remindersOf: (cycleId) =>
      manager
        .createQueryBuilder(reminderTable, 'r')
        .where('r.cycleId = :cycleId', { cycleId })
        .orderBy({ 'r.sentAt': 'ASC', 'r.key': 'ASC' })
        .getMany(),
  };
}
