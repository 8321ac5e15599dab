import type { ApprovalStore } from '@kaoji/application';
import { openCases, sealCases } from '../people/act-cases.js';
import { approvalActTable, approvalSnapshotTable, deputyTable } from '../schema/approval.entities.js';
import type { Session } from '../session.js';
import { insertOnce, insertRows, taken } from '../statements.js';

/** Acts with their texts, where approvals stand, and standing deputies. */
export function createApprovalStore(session: Session): ApprovalStore {
  const { manager } = session;
  return {
    insertAct: async (row) =>
      insertRows(
        session,
        approvalActTable,
        [await sealCases(session, row)],
        taken('DUPLICATE_ACT', 'This act is recorded already.'),
      ),
    actsOf: async (cycleId, unitId) => {
      const acts = await manager
        .createQueryBuilder(approvalActTable, 'a')
        .where('a.cycleId = :cycleId AND a.unitId = :unitId', { cycleId, unitId })
        .orderBy({ 'a.round': 'ASC', 'a.seq': 'ASC' })
        .getMany();
      return openCases(session, acts);
    },
    act: async (id) => {
      const act = await manager
        .createQueryBuilder(approvalActTable, 'a')
        .where('a.id = :id', { id })
        .getOne();
      return act === null ? null : ((await openCases(session, [act]))[0] ?? null);
    },
    open: async (snapshot) => {
      await insertOnce(session, approvalSnapshotTable, snapshot);
    },
    project: async (source, stand, at) => {
      const result = await manager
        .createQueryBuilder()
        .update(approvalSnapshotTable)
        .set({ version: stand.version, stand: stand as never, updatedAt: at })
        .where('source = :source AND version <= :version', { source, version: stand.version })
        .execute();
      return result.affected === 1;
    },
    snapshot: (source) =>
      manager.createQueryBuilder(approvalSnapshotTable, 's').where('s.source = :source', { source }).getOne(),
    latestOf: (cycleId, unitId) =>
      manager
        .createQueryBuilder(approvalSnapshotTable, 's')
        .where('s.cycleId = :cycleId AND s.unitId = :unitId', { cycleId, unitId })
        .orderBy('s.round', 'DESC')
        .limit(1)
        .getOne(),
    insertDeputy: (row) =>
      insertRows(session, deputyTable, [row], taken('DUPLICATE_DEPUTY', 'This deputy is given already.')),
    deputy: (id) => manager.createQueryBuilder(deputyTable, 'd').where('d.id = :id', { id }).getOne(),
    endDeputy: async (id, at) => {
      const result = await manager
        .createQueryBuilder()
        .update(deputyTable)
        .set({ endedAt: at })
        .where('id = :id AND endedAt IS NULL', { id })
        .execute();
      return result.affected === 1;
    },
    deputiesOf: (principal) =>
      manager
        .createQueryBuilder(deputyTable, 'd')
        .where('d.principal = :principal', { principal })
        .orderBy({ 'd.givenAt': 'DESC', 'd.id': 'ASC' })
        .getMany(),
    principalsOf: (deputy, at) =>
      manager
        .createQueryBuilder(deputyTable, 'd')
        .where('d.deputy = :deputy AND d.untilAt > :at', { deputy, at })
        .andWhere('d.fromAt <= :at AND d.endedAt IS NULL', { at })
        .orderBy({ 'd.principal': 'ASC', 'd.id': 'ASC' })
        .getMany(),
  };
}
