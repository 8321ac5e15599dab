import type { PublicCampaign, SurveyReads } from '@kaoji/application';
import type { DataSource } from 'typeorm';
import { withoutDriverError } from '../driver-faults.js';
import { remembered } from './remembered.js';

const CAMPAIGN_FOR_MS = 1_000;
/** A box's leaves never change once published; they are many. */
const LEAVES = { forMs: 600_000, most: 8 };
const SHORTEST_PREFIX = 20;

type LinkRow = { readonly campaign: string; readonly state: 'issued' | 'revoked'; readonly channel: string };
type CampaignRow = {
  readonly id: string;
  readonly state: string;
  readonly opens: unknown;
  readonly closes: unknown;
  readonly sheet: string | null;
};
type LeafRow = {
  readonly campaign: string;
  readonly position: unknown;
  readonly digest: string;
  readonly root: string;
};

const instant = (value: unknown): number | null => (value === null ? null : Number(value));

/** The reads of the survey process, by hand: its account may see these columns and no others. */
export function createSurveyReads(source: DataSource): SurveyReads {
  const query = async <Row>(sql: string, values: readonly string[]): Promise<readonly Row[]> => {
    try {
      return (await source.query(sql, [...values])) as Row[];
    } catch (fault) {
      throw withoutDriverError(fault);
    }
  };

  const campaign = async (id: string): Promise<PublicCampaign | null> => {
    const [row] = await query<CampaignRow>(
      `SELECT c.id AS id, c.state AS state, c.opens_at AS opens, c.closes_at AS closes, s.body AS sheet
        FROM campaign c LEFT JOIN survey_sheet s ON s.campaign_id = c.id WHERE c.id = ?`,
      [id],
    );
    if (row === undefined) return null;
    return {
      id: row.id,
      state: row.state,
      opensAt: instant(row.opens),
      closesAt: instant(row.closes),
      sheet: row.sheet,
    };
  };
  const leavesOf = async (campaignId: string): Promise<readonly string[]> => {
    const rows = await query<{ digest: string }>(
      'SELECT digest FROM box_leaf WHERE campaign_id = ? ORDER BY position',
      [campaignId],
    );
    return rows.map(({ digest }) => digest);
  };
  const leaves = remembered(leavesOf, LEAVES);

  return {
    campaign: remembered(campaign, { forMs: CAMPAIGN_FOR_MS, most: 1_000 }),
    link: async (linkHash) => {
      const [row] = await query<LinkRow>(
        'SELECT campaign_id AS campaign, state, channel FROM survey_link WHERE link_hash = ?',
        [linkHash],
      );
      if (row === undefined) return null;
      return { campaignId: row.campaign, state: row.state, assisted: row.channel === 'assisted' };
    },
    spent: async (linkHash) => {
      const [row] = await query<{ digest: string }>(
        'SELECT digest FROM survey_envelope WHERE link_hash = ?',
        [linkHash],
      );
      return row?.digest ?? null;
    },
    leaf: async (digestPrefix) => {
      if (digestPrefix.length < SHORTEST_PREFIX || !/^[0-9a-f]+$/.test(digestPrefix)) return null;
      // `g` follows every hexadecimal digit: a range of the index instead of a pattern.
      const [row] = await query<LeafRow>(
        `SELECT l.campaign_id AS campaign, l.position AS position, l.digest AS digest, b.root AS root
          FROM box_leaf l JOIN ballot_box b ON b.campaign_id = l.campaign_id
          WHERE l.digest >= ? AND l.digest < ? ORDER BY l.digest LIMIT 1`,
        [digestPrefix, `${digestPrefix}g`],
      );
      if (row === undefined) return null;
      return {
        leaf: { campaignId: row.campaign, position: Number(row.position), digest: row.digest },
        root: row.root,
        leaves: await leaves(row.campaign),
      };
    },
  };
}
