import type { Invitation, InvitationStore, Stratum } from '@kaoji/application';
import { drawTable, invitationTable, residentTable } from '../schema/resident.entities.js';
import { envelopeTable, linkTable } from '../schema/survey.entities.js';
import type { Session } from '../session.js';
import { deleteRows, inPortions, insertRows, taken, updateRows } from '../statements.js';
import { onPage } from './page.js';

/** Residents' lists, draws and invitations. */
export function createInvitationStore(session: Session): InvitationStore {
  const { manager } = session;
  const residentsOf = (campaignId: string) =>
    manager.createQueryBuilder(residentTable, 'r').where('r.campaignId = :campaignId', { campaignId });
  const invitationsOf = (campaignId: string) =>
    manager.createQueryBuilder(invitationTable, 'i').where('i.campaignId = :campaignId', { campaignId });

  return {
    replaceResidents: async (campaignId, residents) => {
      await deleteRows(session, residentTable, { campaignId });
      await insertRows(
        session,
        residentTable,
        residents,
        taken('DUPLICATE_RESIDENT', 'A resident is listed twice.'),
      );
    },
    residents: (campaignId) => residentsOf(campaignId).orderBy('r.ref').getMany(),
    residentCounts: async (campaignId) => {
      const rows = await residentsOf(campaignId)
        .select('r.stratum', 'stratum')
        .addSelect('COUNT(*)', 'count')
        .addSelect('SUM(r.drawn)', 'drawn')
        .groupBy('r.stratum')
        .orderBy('r.stratum')
        .getRawMany<{ stratum: Stratum; count: unknown; drawn: unknown }>();
      return rows.map(({ stratum, count, drawn }) => ({
        stratum,
        count: Number(count),
        drawn: Number(drawn),
      }));
    },
    markDrawn: async (campaignId, refs) => {
      await inPortions(refs, async (portion) => {
        if (!session.writable) throw new Error('Writing needs a transaction: use `run`, not `read`.');
        await manager
          .createQueryBuilder()
          .update(residentTable)
          .set({ drawn: true })
          .where('campaignId = :campaignId AND ref IN (:...portion)', { campaignId, portion })
          .execute();
        return [];
      });
    },
    insertDraw: (draw) =>
      insertRows(
        session,
        drawTable,
        [draw],
        taken('DUPLICATE_DRAW', 'The sample of this campaign is drawn already.'),
      ),
    draw: (campaignId) =>
      manager.createQueryBuilder(drawTable, 'd').where('d.campaignId = :campaignId', { campaignId }).getOne(),
    insertMany: (invitations) =>
      insertRows(
        session,
        invitationTable,
        invitations,
        taken('DUPLICATE_INVITATION', 'This invitation exists already.'),
      ),
    byId: (id) => manager.createQueryBuilder(invitationTable, 'i').where('i.id = :id', { id }).getOne(),
    ofCampaign: (campaignId) => invitationsOf(campaignId).orderBy('i.id').getMany(),
    spentAmong: async (linkHashes) => {
      const spent = await inPortions(linkHashes, (portion) =>
        manager
          .createQueryBuilder(envelopeTable, 'e')
          .select('e.linkHash', 'linkHash')
          .where('e.linkHash IN (:...portion)', { portion })
          .getRawMany<{ linkHash: string }>(),
      );
      return new Set(spent.map(({ linkHash }) => linkHash));
    },
    waiting: (campaignId, page) =>
      onPage(invitationsOf(campaignId).andWhere("i.state = 'waiting'"), 'i', page).getMany(),
    // The link's own state is asked as well: nobody is reminded of a revoked link.
    unanswered: (campaignId, atMost, page) => {
      const unspent = invitationsOf(campaignId)
        .andWhere("i.state IN ('sent', 'delivered') AND i.reminders < :atMost", { atMost })
        .innerJoin(linkTable.options.name, 'l', "l.linkHash = i.linkHash AND l.state = 'issued'")
        .leftJoin(envelopeTable.options.name, 'e', 'e.linkHash = i.linkHash')
        .andWhere('e.linkHash IS NULL');
      return onPage(unspent, 'i', page).getMany();
    },
    advance: async (id, change) => {
      await updateRows<Invitation>(session, invitationTable, { id }, change);
    },
    counts: async (campaignId) => {
      const rows = await invitationsOf(campaignId)
        .select('i.channel', 'channel')
        .addSelect('i.state', 'state')
        .addSelect('COUNT(*)', 'count')
        .groupBy('i.channel')
        .addGroupBy('i.state')
        .orderBy({ 'i.channel': 'ASC', 'i.state': 'ASC' })
        .getRawMany<Pick<Invitation, 'channel' | 'state'> & { count: unknown }>();
      return rows.map((row) => ({ ...row, count: Number(row.count) }));
    },
  };
}
