import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWithSource } from '../database.js';
import type { OpenedDatabase } from '../database.js';
import { campaignRecord, envelopeRecord, fillBox, linkRecord, seedUnit, testDatabases } from '../testing.js';
import type { TestDatabase } from '../testing.js';

const BEFORE = [
  `INSERT INTO campaign (id, cycle_id, unit_id, community_id, state, opens_at, closes_at, extensions, version) VALUES
    ('campaign-1', 'cycle-1', 'unit-1', 'community-1', 'extended', 5, 9, 1, 3),
    ('campaign-2', 'cycle-1', 'unit-1', 'community-1', 'closed_to_panel', 5, 9, 2, 4)`,
  `INSERT INTO survey_link (link_hash, campaign_id, stratum, state) VALUES
    ('l-1', 'campaign-1', 'ordinary', 'issued'), ('l-2', 'campaign-1', 'representative', 'revoked')`,
  `INSERT INTO survey_envelope (link_hash, campaign_id, payload, day) VALUES
    ('l-1', 'campaign-1', '{"overall":5,"comment":"readable by anybody"}', '2026-03-01')`,
  `INSERT INTO survey_tally (campaign_id, appraisal_id, issued, valid, satisfied, ordinary) VALUES
    ('campaign-2', 'appraisal-0', 300, 250, 150, 200)`,
];

describe.each(testDatabases())('a database of the release before on $name', ({ open, name }) => {
  let database: TestDatabase;
  let inside: OpenedDatabase;
  beforeAll(async () => {
    database = await open({ migrated: false });
    const earlier = await openWithSource(database.url);
    const ends = earlier.source.migrations.findIndex((step) => step.name?.startsWith('survey-privacy/'));
    Object.assign(earlier.source, { migrations: earlier.source.migrations.slice(0, ends) });
    await earlier.migrate();
    await earlier.transactions.run((stores) => seedUnit(stores, 1));
    for (const sql of BEFORE) await earlier.source.query(sql);
    await earlier.close();
    await database.migrate();
    inside = await openWithSource(database.url);
  });
  afterAll(async () => {
    await inside.close();
    await database.close();
  });

  it('keeps its campaigns: those of the panel say that their sample was not valid', async () => {
    const campaigns = await database.transactions.read(({ surveys }) => surveys.campaignsOf('cycle-1'));
    expect(campaigns).toEqual([
      campaignRecord({ state: 'extended', opensAt: 5, closesAt: 9, extensions: 1, version: 3 }),
      campaignRecord({
        id: 'campaign-2',
        state: 'closed_to_panel',
        opensAt: 5,
        closesAt: 9,
        extensions: 2,
        panelReason: 'sample_not_valid',
        version: 4,
      }),
    ]);
  });

  it('keeps its links, which staff handed out, and its tallies', async () => {
    await database.transactions.read(async ({ surveys }) => {
      expect(await surveys.link('l-1')).toEqual(linkRecord({ linkHash: 'l-1' }));
      expect(await surveys.link('l-2')).toMatchObject({ stratum: 'representative', state: 'revoked' });
      expect(await surveys.tallyOfUnit('cycle-1', 'unit-1')).toEqual([
        {
          campaignId: 'campaign-2',
          appraisalId: 'appraisal-0',
          issued: 300,
          valid: 250,
          satisfied: 150,
          ordinary: 200,
          assisted: 0,
          population: null,
        },
      ]);
    });
  });

  it('keeps no answer anybody can read; its link may answer again, sealed', async () => {
    expect(await inside.source.query('SELECT link_hash FROM survey_envelope')).toEqual([]);
    const columns = (await inside.source.query(
      name === 'SQLite'
        ? "SELECT name FROM pragma_table_info('survey_envelope')"
        : "SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'survey_envelope'",
    )) as { name: string }[];
    expect(columns.map((column) => column.name).sort()).toEqual([
      'campaign_id',
      'day',
      'digest',
      'link_hash',
      'sealed',
    ]);
    expect(await fillBox(database.url, [envelopeRecord({ linkHash: 'l-1' })])).toEqual(['accepted']);
  });

  it('has the schema a new database has, and its foreign keys hold', async () => {
    expect((await inside.source.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
    await expect(inside.source.query("DELETE FROM campaign WHERE id = 'campaign-1'")).rejects.toThrow();
    await expect(inside.source.query("UPDATE survey_link SET campaign_id = 'none'")).rejects.toThrow();
    if (name === 'SQLite') expect(await inside.source.query('PRAGMA foreign_key_check')).toEqual([]);
  });
});
