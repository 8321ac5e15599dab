import type { BoxStore } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import {
  boxTable,
  countTable,
  handoverTable,
  holderTable,
  leafTable,
  shareTable,
} from '../schema/box.entities.js';
import type { Session } from '../session.js';
import { insertOnce, insertRows, taken } from '../statements.js';

/** Ballot boxes with their holders, shares, leaves and counts. */
export function createBoxStore(session: Session): BoxStore {
  const { manager } = session;
  const shares = (campaignId: string) =>
    manager.createQueryBuilder(shareTable, 's').where('s.campaignId = :campaignId', { campaignId });
  const inOrder = { 's.accountId': 'ASC', 's.fromAccount': 'ASC' } as const;
  /** Changes the box or count of a campaign where `still` holds; whether there was one. */
  const once = async (
    table: typeof boxTable | typeof countTable,
    campaignId: string,
    still: string,
    change: object,
  ): Promise<boolean> => {
    if (!session.writable) throw new Error('Writing needs a transaction: use `run`, not `read`.');
    const { affected } = await manager
      .createQueryBuilder()
      .update<{ campaignId: string }>(table as never)
      .set(change)
      .where('campaignId = :campaignId', { campaignId })
      .andWhere(still)
      .execute();
    return affected === 1;
  };

  return {
    insertHolder: (holder) =>
      insertRows(
        session,
        holderTable,
        [holder],
        taken('DUPLICATE_HOLDER', 'This account holds a key of this cycle already.'),
      ),
    holders: (cycleId) =>
      manager
        .createQueryBuilder(holderTable, 'h')
        .where('h.cycleId = :cycleId', { cycleId })
        .orderBy('h.accountId')
        .getMany(),
    insertBox: async (box, sealedShares) => {
      const refusal = taken('DUPLICATE_BOX', 'This campaign has its ballot box already.');
      await insertRows(session, boxTable, [box], refusal);
      await insertRows(
        session,
        shareTable,
        sealedShares,
        taken('DUPLICATE_SHARE', 'An account is given two shares of a box.'),
      );
    },
    box: (campaignId) =>
      manager.createQueryBuilder(boxTable, 'b').where('b.campaignId = :campaignId', { campaignId }).getOne(),
    seal: async (campaignId, root, leaves, at) => {
      const change = { root, leaves: leaves.length, sealedAt: at };
      if (!(await once(boxTable, campaignId, 'root IS NULL', change)))
        throw new Refusal('VERSION_CONFLICT', 'This box is sealed already, or there is none.', {
          campaignId,
        });
      await insertRows(session, leafTable, leaves, taken('DUPLICATE_LEAF', 'A leaf is published twice.'));
    },
    leaves: (campaignId) =>
      manager
        .createQueryBuilder(leafTable, 'l')
        .where('l.campaignId = :campaignId', { campaignId })
        .orderBy('l.position')
        .getMany(),
    insertShares: async (passed) => {
      for (const share of passed) await insertOnce(session, shareTable, share);
    },
    sharesFor: (campaignId, accountId) =>
      shares(campaignId).andWhere('s.accountId = :accountId', { accountId }).orderBy(inOrder).getMany(),
    shares: (campaignId) => shares(campaignId).orderBy(inOrder).getMany(),
    putCount: (row) =>
      insertRows(session, countTable, [row], taken('DUPLICATE_COUNT', 'This campaign is counted already.')),
    count: (campaignId) =>
      manager
        .createQueryBuilder(countTable, 'c')
        .where('c.campaignId = :campaignId', { campaignId })
        .getOne(),
    confirmCount: (campaignId, by, at) =>
      once(countTable, campaignId, 'confirmed_at IS NULL', { confirmedBy: by, confirmedAt: at }),
    insertHandover: (handover) =>
      insertRows(
        session,
        handoverTable,
        [handover],
        taken('DUPLICATE_HANDOVER', 'This campaign is with the panel already.'),
      ),
    handover: (campaignId) =>
      manager
        .createQueryBuilder(handoverTable, 'h')
        .where('h.campaignId = :campaignId', { campaignId })
        .getOne(),
    markDestroyed: async (campaignId, by, at) => {
      await once(boxTable, campaignId, 'destroyed_at IS NULL', { destroyedAt: at, destroyedBy: by });
    },
  };
}
