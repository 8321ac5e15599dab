import type { BallotIntake, SurveyEnvelope } from '@kaoji/application';
import type { QueryRunner } from 'typeorm';
import type { Dialect } from '../migrations/ddl.js';

export type Taken = Awaited<ReturnType<BallotIntake['put']>>;

type LinkRow = {
  readonly link: string;
  readonly campaign: string;
  readonly state: string;
  readonly digest: string | null;
};

const places = (values: readonly unknown[]): string => values.map(() => '?').join(', ');
const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();

/** Puts the envelopes in. Sorted by link: inside a statement, too, the order is not that of arrival. */
async function insert(runner: QueryRunner, envelopes: readonly SurveyEnvelope[]): Promise<void> {
  if (envelopes.length === 0) return;
  const rows = [...envelopes].sort((a, b) => (a.linkHash < b.linkHash ? -1 : 1));
  await runner.query(
    `INSERT INTO survey_envelope (link_hash, campaign_id, sealed, digest, day) VALUES ${rows.map(() => '(?, ?, ?, ?, ?)').join(', ')}`,
    rows.flatMap(({ linkHash, campaignId, sealed, digest, day }) => [
      linkHash,
      campaignId,
      sealed,
      digest,
      day,
    ]),
  );
}

/**
 * Decides and stores one batch inside an open transaction: three statements, whatever its size. The campaigns
 * are locked for reading until the commit, so whoever seals one waits for this batch, and the next batch sees
 * it sealed. An envelope that is there already with its own digest was accepted before its answer got lost.
 */
export async function takeBatch(
  runner: QueryRunner,
  dialect: Dialect,
  envelopes: readonly SurveyEnvelope[],
): Promise<readonly Taken[]> {
  const campaignIds = distinct(envelopes.map((envelope) => envelope.campaignId));
  const linkHashes = distinct(envelopes.map((envelope) => envelope.linkHash));
  // SQLite has one writer, and it is this transaction.
  const lock = dialect === 'mysql' ? ' LOCK IN SHARE MODE' : '';
  const campaigns = (await runner.query(
    `SELECT id, state FROM campaign WHERE id IN (${places(campaignIds)}) ORDER BY id${lock}`,
    campaignIds,
  )) as { id: string; state: string }[];
  const links = (await runner.query(
    `SELECT l.link_hash AS link, l.campaign_id AS campaign, l.state AS state, e.digest AS digest
      FROM survey_link l LEFT JOIN survey_envelope e ON e.link_hash = l.link_hash
      WHERE l.link_hash IN (${places(linkHashes)})`,
    linkHashes,
  )) as LinkRow[];

  const stateOf = new Map(campaigns.map(({ id, state }) => [id, state]));
  const linkOf = new Map(links.map((row) => [row.link, row]));
  const fresh = new Map<string, SurveyEnvelope>();
  const outcomes = envelopes.map((envelope): Taken => {
    const link = linkOf.get(envelope.linkHash);
    if (link?.campaign !== envelope.campaignId) return 'unknown';
    const spent = link.digest ?? fresh.get(envelope.linkHash)?.digest;
    if (spent !== undefined) return spent === envelope.digest ? 'accepted' : 'already';
    if (link.state !== 'issued') return 'revoked';
    const state = stateOf.get(envelope.campaignId);
    if (state !== 'open' && state !== 'extended') return 'closed';
    fresh.set(envelope.linkHash, envelope);
    return 'accepted';
  });
  await insert(runner, [...fresh.values()]);
  return outcomes;
}

/** Which of these envelopes are stored, waiting for whatever transaction may still decide about them. */
export async function storedAmong(
  runner: QueryRunner,
  dialect: Dialect,
  envelopes: readonly SurveyEnvelope[],
): Promise<ReadonlySet<string>> {
  const linkHashes = distinct(envelopes.map((envelope) => envelope.linkHash));
  const lock = dialect === 'mysql' ? ' LOCK IN SHARE MODE' : '';
  const rows = (await runner.query(
    `SELECT digest FROM survey_envelope WHERE link_hash IN (${places(linkHashes)})${lock}`,
    linkHashes,
  )) as { digest: string }[];
  return new Set(rows.map(({ digest }) => digest));
}
