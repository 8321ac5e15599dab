import { beforeEach, describe, expect, it } from '@jest/globals';
import { decodeBallot, defaultQuestionnaire, inclusionProof, merkleRoot } from '@kaoji/domain';
import type { PublicCampaign } from '../ports/survey-gateways.js';
import type { SheetBody, SurveyEnvelope } from '../ports/survey-records.js';
import { answerSurvey } from './answer-survey.js';
import { checkReceipt, receiptOf } from './receipt.js';
import { createSealedTrees } from './sealed-trees.js';
import { createSheets } from './sheet.js';
import { showQuestionnaire } from './show-questionnaire.js';
import type { SurveyDeps } from './survey-deps.js';

const NOW = Date.UTC(2026, 10, 20, 17, 30);
const link = { campaignId: 'c', linkHash: 'a'.repeat(64), expiresAt: NOW + 1 };
const body: SheetBody = {
  year: 2026,
  communityName: '演示社区',
  questionnaire: defaultQuestionnaire,
  people: [{ appraisalId: 'a1', name: '演示甲', postTitles: [] }],
  publicKey: 'key',
};
const campaign: PublicCampaign = {
  id: 'c',
  state: 'open',
  opensAt: null,
  closesAt: null,
  sheet: JSON.stringify(body),
};
const given = (answers: Record<string, string>) =>
  new Map(Object.entries(answers).map(([name, value]) => [name, [value]]));

/** The ports in memory; `reads` counts what is asked of them. */
function world(
  overrides: { readonly campaign?: Partial<PublicCampaign> | null; readonly known?: boolean } = {},
) {
  const box = new Map<string, SurveyEnvelope>();
  const paces: string[] = [];
  const reads = { campaign: 0, link: 0, spent: 0 };
  const shown = overrides.campaign === null ? null : { ...campaign, ...overrides.campaign };
  const deps: SurveyDeps = {
    clock: { now: () => NOW },
    sheets: createSheets(),
    sealer: { seal: async (_key, _campaign, ballot) => Buffer.from(ballot).toString('base64url') },
    reads: {
      campaign: async () => {
        reads.campaign += 1;
        return shown;
      },
      link: async () => {
        reads.link += 1;
        return overrides.known === false ? null : { campaignId: 'c', state: 'issued', assisted: true };
      },
      spent: async (hash) => {
        reads.spent += 1;
        return box.get(hash)?.digest ?? null;
      },
      leaf: async (prefix) => {
        const leaves = [...box.values()].map(({ digest }) => digest).sort();
        const position = leaves.findIndex((digest) => digest.startsWith(prefix));
        const digest = leaves[position];
        if (shown?.state !== 'sealed' || digest === undefined) return null;
        const root = Buffer.from(merkleRoot(leaves.map((leaf) => Buffer.from(leaf, 'hex')))).toString('hex');
        return { leaf: { campaignId: 'c', position, digest }, root, leaves };
      },
    },
    intake: {
      put: async (envelope) => {
        if (box.has(envelope.linkHash)) return 'already';
        box.set(envelope.linkHash, envelope);
        return 'accepted';
      },
      pace: ({ campaignId, day, bucket }) => void paces.push(`${campaignId} ${day} ${bucket}`),
    },
  };
  return { deps, box, paces, reads };
}

describe('answerSurvey', () => {
  let { deps, box, paces, reads } = world();
  beforeEach(() => {
    ({ deps, box, paces, reads } = world());
  });

  it('seals the ballot and keeps link hash, campaign, ciphertext and the day in China, nothing else', async () => {
    const answered = await answerSurvey(
      deps,
      link,
      given({ 'c.overall': '4', 'p.a1.rating': '5' }),
      NOW - 20_000,
    );
    expect(answered).toEqual({ kind: 'accepted' });
    const [envelope] = [...box.values()];
    expect(envelope).toEqual({
      linkHash: link.linkHash,
      campaignId: 'c',
      sealed: expect.any(String),
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      day: '2026-11-21',
    });
    expect(decodeBallot(Buffer.from(envelope?.sealed ?? '', 'base64url'))).toEqual({
      community: { overall: 4 },
      people: { a1: { rating: 5 } },
    });
    expect(paces).toEqual(['c 2026-11-21 h01', 'c 2026-11-21 under_60s']);
  });

  it('makes ballots of one length, whatever they say', async () => {
    await answerSurvey(deps, link, given({ 'c.overall': '1' }));
    const full = given({ 'c.overall': '1', 'p.a1.rating': '5', comment: '长'.repeat(300) });
    await answerSurvey(deps, { ...link, linkHash: 'b'.repeat(64) }, full);
    const lengths = [...box.values()].map(({ sealed }) => sealed.length);
    expect(new Set(lengths).size).toBe(1);
  });

  it('asks for nothing but the campaign on the way of an answer that is in order', async () => {
    await answerSurvey(deps, link, given({ 'c.overall': '4' }));
    expect(reads).toEqual({ campaign: 1, link: 0, spent: 0 });
  });

  it('finds a link used the second time, also when the second answer is wrong', async () => {
    await answerSurvey(deps, link, given({ 'c.overall': '4' }));
    expect(await answerSurvey(deps, link, given({ 'c.overall': '5' }))).toEqual({ kind: 'used' });
    expect(await answerSurvey(deps, link, given({}))).toEqual({ kind: 'used' });
    expect([box.size, paces.length]).toEqual([1, 2]);
  });

  it('stores nothing of an answer with faults, and names them', async () => {
    expect(await answerSurvey(deps, link, given({ 'p.a1.rating': '9' }))).toMatchObject({
      kind: 'invalid',
      problems: [{ field: 'c.overall' }, { field: 'p.a1.rating' }],
    });
    expect([box.size, paces.length]).toEqual([0, 0]);
  });

  it.each([
    ['unknown', { campaign: null }],
    ['closed', { campaign: { state: 'sealed' } }],
    ['not_open', { campaign: { state: 'planned' } }],
  ] as const)('says %s and seals nothing', async (kind, overrides) => {
    const other = world(overrides);
    expect(await answerSurvey(other.deps, link, given({ 'c.overall': '4' }))).toMatchObject({ kind });
    expect(other.box.size).toBe(0);
  });

  it.each(['revoked', 'closed', 'unknown'] as const)('passes on what the intake says: %s', async (put) => {
    const intake = { ...deps.intake, put: async () => put };
    expect(await answerSurvey({ ...deps, intake }, link, given({ 'c.overall': '4' }))).toEqual({ kind: put });
    expect(paces).toEqual([]);
  });

  it('refuses CAMPAIGN_INCOMPLETE when an open campaign has no sheet', async () => {
    const { deps: bare } = world({ campaign: { sheet: null } });
    await expect(answerSurvey(bare, link, given({}))).rejects.toMatchObject({ code: 'CAMPAIGN_INCOMPLETE' });
  });
});

describe('showQuestionnaire', () => {
  it('shows the sheet, and whether staff fill it in', async () => {
    const { deps } = world();
    const shown = await showQuestionnaire(deps, link);
    expect(shown).toMatchObject({ kind: 'form', assisted: true, sheet: { communityName: '演示社区' } });
  });

  it('reads a sheet once while it stays the same', async () => {
    const { deps } = world();
    const [one, other] = [await showQuestionnaire(deps, link), await showQuestionnaire(deps, link)];
    expect(one.kind === 'form' && other.kind === 'form' && one.sheet === other.sheet).toBe(true);
  });

  it('knows no link that was never stored', async () => {
    expect(await showQuestionnaire(world({ known: false }).deps, link)).toEqual({ kind: 'unknown' });
  });
});

describe('checkReceipt', () => {
  const sealed = async () => {
    const open = world();
    for (const letter of 'abcde') {
      await answerSurvey(
        open.deps,
        { ...link, linkHash: letter.repeat(64) },
        given({ 'c.overall': '4', comment: letter }),
      );
    }
    const receipt = (await receiptOf(open.deps, link)) ?? '';
    const closed = world({ campaign: { state: 'sealed' } });
    for (const [hash, envelope] of open.box) closed.box.set(hash, envelope);
    const trees = createSealedTrees();
    return { open: { ...open.deps, trees }, closed: { ...closed.deps, trees }, receipt };
  };

  it('proves that an envelope is under the published root', async () => {
    const { closed, receipt } = await sealed();
    const outcome = await checkReceipt(closed, receipt.toLowerCase().replaceAll('-', ' '));
    if (outcome.kind !== 'counted') throw new Error(outcome.kind);
    expect(outcome).toMatchObject({
      code: receipt,
      envelopes: 5,
      campaign: { communityName: '演示社区', year: 2026 },
    });
    const found = await closed.reads.leaf(outcome.digest.slice(0, 20));
    const leaves = found?.leaves.map((leaf) => Buffer.from(leaf, 'hex')) ?? [];
    const path = inclusionProof(leaves, outcome.position);
    expect(outcome.proof).toEqual(path.map((node) => Buffer.from(node).toString('hex')));
  });

  it('says nothing about envelopes of a campaign that is not sealed', async () => {
    const { open, receipt } = await sealed();
    expect(await checkReceipt(open, receipt)).toEqual({ kind: 'not_published' });
  });

  it.each(['', 'XXXX', '0000-0000-0000-0000-1', 'ABCD-EFGH-JKMN-PQRS-T', "' or 1=1 --"])(
    'takes %j for no receipt',
    async (text) => {
      const { closed } = await sealed();
      expect(await checkReceipt(closed, text)).toEqual({ kind: 'unreadable' });
    },
  );

  it('still finds the envelope when the whole sheet has gone', async () => {
    const { closed, receipt } = await sealed();
    const gone = {
      ...closed,
      reads: { ...closed.reads, campaign: async () => ({ ...campaign, sheet: null }) },
    };
    expect(await checkReceipt(gone, receipt)).toMatchObject({
      kind: 'counted',
      campaign: { id: 'c', communityName: null, year: null },
    });
  });

  it('still names the survey when its people and questions have gone with the box', async () => {
    const { closed, receipt } = await sealed();
    const sheet = JSON.stringify({ communityName: '演示社区', year: 2026 });
    const gone = { ...closed, reads: { ...closed.reads, campaign: async () => ({ ...campaign, sheet }) } };
    expect(await checkReceipt(gone, receipt)).toMatchObject({
      kind: 'counted',
      campaign: { id: 'c', communityName: '演示社区', year: 2026 },
    });
  });

  it('gives no receipt for a link that has put nothing into the box', async () => {
    expect(await receiptOf(world().deps, link)).toBeNull();
  });
});
