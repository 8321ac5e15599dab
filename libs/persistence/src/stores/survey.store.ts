import type { Stratum, SurveyStore } from '@kaoji/application';
import { campaignTable, envelopeTable, linkTable, tallyTable } from '../schema/survey.entities.js';
import type { Session } from '../session.js';
import { advanceRow, deleteRows, insertOnce, insertRows, taken, updateRows } from '../statements.js';

/** Resident surveys: campaigns, links, envelopes and counts. */
export function createSurveyStore(session: Session): SurveyStore {
  const { manager } = session;
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
    insertLinks: (links) =>
      insertRows(session, linkTable, links, taken('DUPLICATE_LINK', 'This link exists already.')),
    link: (linkHash) =>
      manager.createQueryBuilder(linkTable, 'l').where('l.linkHash = :linkHash', { linkHash }).getOne(),
    revokeLink: async (linkHash) =>
      (await updateRows(session, linkTable, { linkHash, state: 'issued' }, { state: 'revoked' })) === 1,
    linkCount: (campaignId) =>
      manager
        .createQueryBuilder(linkTable, 'l')
        .where('l.campaignId = :campaignId', { campaignId })
        .getCount(),
    putEnvelope: async (envelope) =>
      (await insertOnce(session, envelopeTable, envelope)) ? 'accepted' : 'already',
    answered: async (linkHash) => {
      const spent = await manager
        .createQueryBuilder(envelopeTable, 'e')
        .select('e.linkHash')
        .where('e.linkHash = :linkHash', { linkHash })
        .getOne();
      return spent !== null;
    },
    // Ordered by hash: the order of arrival would tell who answered when.
    envelopes: async (campaignId) => {
      const { entities, raw } = await manager
        .createQueryBuilder(envelopeTable, 'e')
        .innerJoin(linkTable.options.name, 'l', 'l.linkHash = e.linkHash')
        .addSelect('l.stratum', 'stratum')
        .where('e.campaignId = :campaignId', { campaignId })
        .orderBy('e.linkHash')
        .getRawAndEntities<{ stratum: Stratum }>();
      return entities.map((envelope, position) => ({ ...envelope, stratum: raw[position]!.stratum }));
    },
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
    responseCount: (cycleId) =>
      manager
        .createQueryBuilder(envelopeTable, 'e')
        .innerJoin(campaignTable.options.name, 'c', 'c.id = e.campaignId')
        .where('c.cycleId = :cycleId', { cycleId })
        .getCount(),
  };
}
