import type { LinkChannel, Stratum, SurveyStore } from '@kaoji/application';
import { boxTable, shareTable, sheetTable } from '../schema/box.entities.js';
import { invitationTable, residentTable } from '../schema/resident.entities.js';
import { campaignTable, envelopeTable, linkTable, paceTable, tallyTable } from '../schema/survey.entities.js';
import type { Session } from '../session.js';
import { advanceRow, deleteRows, insertRows, taken, updateRows, upsertRows } from '../statements.js';

/** What goes with a box; invitations before anything they refer to. */
const DESTROYED_WITH_BOX = [invitationTable, residentTable, envelopeTable, shareTable, sheetTable] as const;

/** Resident surveys: campaigns, links, envelopes, sheets and counts. */
export function createSurveyStore(session: Session): SurveyStore {
  const { manager } = session;
  const envelopesOf = (campaignId: string) =>
    manager
      .createQueryBuilder(envelopeTable, 'e')
      .innerJoin(linkTable.options.name, 'l', 'l.linkHash = e.linkHash')
      .where('e.campaignId = :campaignId', { campaignId });

  return {
    insertCampaigns: (campaigns) =>
      insertRows(
        session,
        campaignTable,
        campaigns,
        taken('DUPLICATE_CAMPAIGN', 'This campaign exists already.'),
      ),
    campaign: (id) => manager.createQueryBuilder(campaignTable, 'c').where('c.id = :id', { id }).getOne(),
    campaignsOf: (cycleId) =>
      manager
        .createQueryBuilder(campaignTable, 'c')
        .where('c.cycleId = :cycleId', { cycleId })
        .orderBy('c.id')
        .getMany(),
    advanceCampaign: (id, expectedVersion, change) =>
      advanceRow(session, campaignTable, { id }, expectedVersion, change),
    // By hash, not resident by resident as they were made: neither the file nor the log of the database tells.
    insertLinks: (links) =>
      insertRows(
        session,
        linkTable,
        [...links].sort((a, b) => (a.linkHash < b.linkHash ? -1 : 1)),
        taken('DUPLICATE_LINK', 'This link exists already.'),
      ),
    link: (linkHash) =>
      manager.createQueryBuilder(linkTable, 'l').where('l.linkHash = :linkHash', { linkHash }).getOne(),
    revokeLink: async (linkHash) =>
      (await updateRows(session, linkTable, { linkHash, state: 'issued' }, { state: 'revoked' })) === 1,
    linkCounts: async (campaignId) => {
      const rows = await manager
        .createQueryBuilder(linkTable, 'l')
        .select('l.stratum', 'stratum')
        .addSelect('l.channel', 'channel')
        .addSelect('COUNT(*)', 'count')
        .where('l.campaignId = :campaignId', { campaignId })
        .groupBy('l.stratum')
        .addGroupBy('l.channel')
        .orderBy({ 'l.stratum': 'ASC', 'l.channel': 'ASC' })
        .getRawMany<{ stratum: Stratum; channel: LinkChannel; count: unknown }>();
      return rows.map((row) => ({ ...row, count: Number(row.count) }));
    },
    envelopeCounts: async (campaignId) => {
      const assisted = "CASE WHEN l.channel = 'assisted' THEN 1 ELSE 0 END";
      const rows = await envelopesOf(campaignId)
        .select('l.stratum', 'stratum')
        .addSelect(assisted, 'assisted')
        .addSelect('COUNT(*)', 'count')
        .groupBy('l.stratum')
        .addGroupBy('assisted')
        .orderBy({ 'l.stratum': 'ASC', assisted: 'ASC' })
        .getRawMany<{ stratum: Stratum; assisted: unknown; count: unknown }>();
      return rows.map((row) => ({
        stratum: row.stratum,
        assisted: Number(row.assisted) === 1,
        count: Number(row.count),
      }));
    },
    // A sealed box says itself how many it holds: its ciphertexts may be gone.
    responseCount: async (cycleId) => {
      const ofCycle = 'c.cycleId = :cycleId';
      const sealed = await manager
        .createQueryBuilder(boxTable, 'b')
        .innerJoin(campaignTable.options.name, 'c', 'c.id = b.campaignId')
        .select('SUM(b.leaves)', 'count')
        .where(ofCycle, { cycleId })
        .getRawOne<{ count: unknown }>();
      const open = await manager
        .createQueryBuilder(envelopeTable, 'e')
        .innerJoin(campaignTable.options.name, 'c', 'c.id = e.campaignId')
        .leftJoin(boxTable.options.name, 'b', 'b.campaignId = c.id')
        .where(ofCycle, { cycleId })
        .andWhere('b.root IS NULL')
        .getCount();
      return Number(sealed?.count ?? 0) + open;
    },
    // Ordered by digest, which is as good as chance: nothing of the links or of the order of arrival is left.
    strippedEnvelopes: async (campaignId) => {
      const rows = await envelopesOf(campaignId)
        .select('e.sealed', 'sealed')
        .addSelect('e.digest', 'digest')
        .addSelect('l.stratum', 'stratum')
        .addSelect('l.channel', 'channel')
        .orderBy('e.digest')
        .getRawMany<{ sealed: string; digest: string; stratum: Stratum; channel: LinkChannel }>();
      return rows.map(({ channel, ...row }) => ({ ...row, assisted: channel === 'assisted' }));
    },
    destroyBox: async (campaignId) => {
      for (const table of DESTROYED_WITH_BOX) await deleteRows(session, table as never, { campaignId });
    },
    putSheet: (sheet) => upsertRows(session, sheetTable, [sheet], { key: ['campaignId'], to: 'replace' }),
    sheet: (campaignId) =>
      manager
        .createQueryBuilder(sheetTable, 's')
        .where('s.campaignId = :campaignId', { campaignId })
        .getOne(),
    replaceTally: async (campaignId, rows) => {
      await deleteRows(session, tallyTable, { campaignId });
      await insertRows(session, tallyTable, rows, taken('DUPLICATE_TALLY', 'An appraisal is counted twice.'));
    },
    tallyOfUnit: (cycleId, unitId) =>
      manager
        .createQueryBuilder(tallyTable, 't')
        .innerJoin(campaignTable.options.name, 'c', 'c.id = t.campaignId')
        .where('c.cycleId = :cycleId AND c.unitId = :unitId', { cycleId, unitId })
        .orderBy({ 't.campaignId': 'ASC', 't.appraisalId': 'ASC' })
        .getMany(),
    addPace: (rows) =>
      upsertRows(session, paceTable, rows, { key: ['campaignId', 'day', 'bucket'], to: 'add' }),
    paceOf: (campaignId) =>
      manager
        .createQueryBuilder(paceTable, 'p')
        .where('p.campaignId = :campaignId', { campaignId })
        .orderBy({ 'p.day': 'ASC', 'p.bucket': 'ASC' })
        .getMany(),
  };
}
