import { Refusal } from '@kaoji/domain';
import type { Stores } from '../../ports/stores.js';
import type { Campaign, Invitation, SurveyLink } from '../../ports/survey-records.js';
import { linkExpiry, tokenOf } from '../../survey/campaign-links.js';
import type { SealedInvitation } from '../../survey/contacts.js';
import type { QueueDeps } from '../../survey/queue-invitations.js';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import { notFound } from '../find.js';
import { askWorkflow, type AskDeps } from '../messages/ask-workflow.js';
import { demandSurvey } from '../survey/find-survey.js';

export type ReissueDeps = AskDeps & QueueDeps & { readonly surveyOrigin: string };
/** `ref`: an invited resident. `link`: one that was handed over or printed, with its whole address. */
export type Lost = { readonly ref: string } | { readonly link: string };

/**
 * Replaces a link that went astray: the old one no longer works, the new one goes to the resident on the channel
 * they were invited on (`link: null`), or is shown this once when nobody was invited with it. Nobody answers twice:
 * for an invited resident who has answered, the same request quietly sends their used link again, which tells them
 * so, and tells staff nothing; of a link that staff hold themselves `LINK_SPENT` is said, as its page would. Refuses
 * `LINK_UNKNOWN`, `LINK_SPENT`, `LINKS_ALREADY_ISSUED`, `STAGE_NOT_OPEN`, `WORKFLOW_CLOSED`, `VERSION_CONFLICT`,
 * `NOT_FOUND`, `FORBIDDEN`.
 */
export async function reissueLink(
  deps: ReissueDeps,
  actor: Actor,
  input: { readonly campaignId: string; readonly lost: Lost; readonly key: string },
): Promise<{ readonly link: string | null }> {
  const { campaignId, lost, key } = input;
  const known = await deps.transactions.read(async (stores) => {
    await demandSurvey(stores, actor, 'survey.run', campaignId);
    const linkHash = 'link' in lost ? hashOf(deps, campaignId, lost.link) : null;
    const invitations = await stores.invitations.ofCampaign(campaignId);
    const found = invitations.find((one) =>
      'ref' in lost ? one.ref === lost.ref : one.linkHash === linkHash,
    );
    if (found === undefined && linkHash === null) throw notFound('invited resident');
    return found === undefined ? { linkHash: linkHash ?? '' } : { ref: found.ref };
  });
  return 'ref' in known
    ? sendAnother(deps, actor, { campaignId, ref: known.ref, key })
    : { link: await showAnother(deps, actor, { campaignId, linkHash: known.linkHash, key }) };
}

async function sendAnother(
  deps: ReissueDeps,
  actor: Actor,
  input: { readonly campaignId: string; readonly ref: string; readonly key: string },
): Promise<{ readonly link: null }> {
  const { campaignId, ref, key } = input;
  const keyed = { verb: 'reissue-link', key, request: { campaignId, ref } };
  return askWorkflow(deps, actor, keyed, async (stores) => {
    const { campaign, cycle } = await demandSurvey(stores, actor, 'survey.run', campaignId);
    await lock(stores, campaign);
    const theirs = (await stores.invitations.ofCampaign(campaignId)).filter((one) => one.ref === ref);
    const latest = theirs.at(-1);
    if (latest === undefined) throw notFound('invited resident');
    const old = await stores.surveys.link(latest.linkHash);
    const fresh = deps.links.issue(campaignId, linkExpiry(campaign, deps.clock.now()));
    const row = rowOf(campaign, fresh.linkHash, old);
    const spent = (await stores.invitations.spentAmong([latest.linkHash])).has(latest.linkHash);
    // Either way one link more and one revoked: the numbers of links do not tell which it was.
    await stores.surveys.insertLinks([{ ...row, state: spent ? 'revoked' : 'issued' }]);
    if (!spent) await stores.surveys.revokeLink(latest.linkHash);
    for (const invitation of theirs) await carry(deps, stores, invitation, spent ? null : fresh);
    await stores.invitations.advance(latest.id, { state: 'waiting', problem: null });
    const updateId = messageId(actor, key);
    return {
      message: { kind: 'invite_residents', cycleKey: cycle.key, campaignId, updateId },
      answer: { link: null },
    };
  });
}

async function showAnother(
  deps: ReissueDeps,
  actor: Actor,
  input: { readonly campaignId: string; readonly linkHash: string; readonly key: string },
): Promise<string> {
  const { campaignId, linkHash, key } = input;
  return deps.transactions.run(async (stores) => {
    const { campaign } = await demandSurvey(stores, actor, 'survey.run', campaignId);
    await lock(stores, campaign);
    let shown: string | null = null;
    await stores.effects.once(`survey-reissue/${campaignId}/${messageId(actor, key)}`, async () => {
      const old = await stores.surveys.link(linkHash);
      if (old === null) throw unknownLink();
      const spent = await stores.invitations.spentAmong([linkHash]);
      if (spent.has(linkHash) || !(await stores.surveys.revokeLink(linkHash))) {
        throw new Refusal('LINK_SPENT', 'This link was used or taken back before: it is not replaced.');
      }
      const fresh = deps.links.issue(campaignId, linkExpiry(campaign, deps.clock.now()));
      await stores.surveys.insertLinks([rowOf(campaign, fresh.linkHash, old)]);
      shown = `${deps.surveyOrigin}/s/${fresh.token}`;
      return null;
    });
    if (shown !== null) return shown;
    throw new Refusal(
      'LINKS_ALREADY_ISSUED',
      'This link was replaced and shown before; it cannot be shown again.',
    );
  });
}

/** Whoever answers meanwhile waits, or has answered: a link is replaced, or used, never both. */
async function lock(stores: Stores, { id, version, state }: Campaign): Promise<void> {
  if (state !== 'open' && state !== 'extended') {
    throw new Refusal('STAGE_NOT_OPEN', 'This survey is not open.', { state });
  }
  await stores.surveys.advanceCampaign(id, version, { state });
}

/** Seals the invitation anew, with another link or its own: a gateway takes it for another message. */
async function carry(
  { contacts }: ReissueDeps,
  stores: Stores,
  { id, campaignId, sealed, linkHash }: Invitation,
  fresh: { readonly linkHash: string; readonly token: string } | null,
): Promise<void> {
  const { to, token } = contacts.open(campaignId, sealed) as SealedInvitation;
  const next: SealedInvitation = { to, token: fresh?.token ?? token };
  await stores.invitations.advance(id, {
    linkHash: fresh?.linkHash ?? linkHash,
    sealed: contacts.seal(campaignId, next),
  });
}

function rowOf(campaign: Campaign, linkHash: string, old: SurveyLink | null): SurveyLink {
  const { stratum = 'ordinary', channel = 'handed' } = old ?? {};
  return { linkHash, campaignId: campaign.id, stratum, channel, state: 'issued' };
}

function hashOf({ links }: ReissueDeps, campaignId: string, link: string): string {
  const verified = links.verify(tokenOf(link));
  if (!verified.ok || verified.campaignId !== campaignId) throw unknownLink();
  return verified.linkHash;
}

function unknownLink(): Refusal {
  return new Refusal('LINK_UNKNOWN', 'This is no link of the campaign.');
}
