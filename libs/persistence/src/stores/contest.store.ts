import type { ContestStore, DeliveryStore } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import { SEALED } from '../people/sealed-columns.js';
import { insertSealed, openRow, openRows } from '../people/seal-rows.js';
import {
  contestEventTable,
  deliveryTable,
  kinTable,
  writtenResultTable,
} from '../schema/contest.entities.js';
import { contestTable } from '../schema/result.entities.js';
import type { Session } from '../session.js';
import { inPortions, insertOnce, insertRows, taken } from '../statements.js';

/** What was written to whom, and what of it reached them, when and how. */
export function createDeliveryStore(session: Session): DeliveryStore {
  return {
    write: (rows) =>
      insertRows(session, writtenResultTable, rows, taken('DUPLICATE_RESULT', 'This is written already.')),
    writtenTo: (appraisalIds) =>
      inPortions(appraisalIds, (portion) =>
        session.manager
          .createQueryBuilder(writtenResultTable, 'w')
          .where('w.appraisalId IN (:...portion)', { portion })
          .orderBy({ 'w.appraisalId': 'ASC', 'w.writtenAt': 'ASC', 'w.document': 'ASC' })
          .getMany(),
      ),
    insert: (rows) =>
      insertRows(session, deliveryTable, rows, taken('DUPLICATE_DELIVERY', 'This is delivered already.')),
    ofAppraisals: (appraisalIds) =>
      inPortions(appraisalIds, (portion) =>
        session.manager
          .createQueryBuilder(deliveryTable, 'd')
          .where('d.appraisalId IN (:...portion)', { portion })
          .orderBy({ 'd.appraisalId': 'ASC', 'd.deliveredAt': 'ASC', 'd.document': 'ASC' })
          .getMany(),
      ),
  };
}

/** What happened to contests, and who is a relative of whom. */
export function createContestStore(session: Session): ContestStore {
  const { manager } = session;
  return {
    byId: async (contestId) =>
      openRow(
        session,
        SEALED.contests,
        await manager
          .createQueryBuilder(contestTable, 'c')
          .where('c.id = :contestId', { contestId })
          .getOne(),
      ),
    ofAppraisals: async (appraisalIds) => {
      const rows = await inPortions(appraisalIds, (portion) =>
        manager
          .createQueryBuilder(contestTable, 'c')
          .where('c.appraisalId IN (:...portion)', { portion })
          .orderBy({ 'c.filedAt': 'ASC', 'c.id': 'ASC' })
          .getMany(),
      );
      return openRows(session, SEALED.contests, rows);
    },
    append: (row) =>
      insertSealed(
        session,
        SEALED.contestEvents,
        [row],
        new Refusal('VERSION_CONFLICT', 'Something happened to this contest meanwhile: read it again.'),
      ),
    events: async (contestId) => {
      const rows = await manager
        .createQueryBuilder(contestEventTable, 'e')
        .where('e.contestId = :contestId', { contestId })
        .orderBy('e.seq')
        .getMany();
      return openRows(session, SEALED.contestEvents, rows);
    },
    recordKin: async (row) => ((await insertOnce(session, kinTable, row)) ? 'recorded' : 'already'),
    kinOf: (personId) =>
      manager
        .createQueryBuilder(kinTable, 'k')
        .where('k.personId = :personId', { personId })
        .orderBy('k.accountId')
        .getMany(),
  };
}
