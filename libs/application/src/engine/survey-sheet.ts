import {
  Refusal,
  defaultQuestionnaire,
  canonicalJson,
  questionnaireHash,
  type Questionnaire,
} from '@kaoji/domain';
import type { Instant } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import type { Campaign, SheetBody } from '../ports/survey-records.js';
import { findCycle, type FoundCycle } from '../staff/find.js';
import { ratedPeople } from '../survey/rated-people.js';
import type { EngineDeps } from './engine-deps.js';

type SheetDeps = Pick<EngineDeps, 'postTitles'>;

/** What a cycle's campaigns ask: the questionnaire chosen for it, or the default one, adopted by this. */
export async function pinQuestionnaire(stores: Stores, cycleId: string, at: Instant): Promise<string> {
  const chosen = await stores.questionnaires.ofCycle(cycleId);
  if (chosen !== null) return chosen;
  const hash = questionnaireHash(defaultQuestionnaire);
  await stores.questionnaires.adopt({ hash, body: canonicalJson(defaultQuestionnaire), adoptedAt: at });
  return hash;
}

/** The questionnaire a campaign asks. Refuses QUESTIONNAIRE_UNKNOWN: pinned ones are never deleted. */
export async function questionnaireOf(stores: Stores, hash: string | null): Promise<Questionnaire> {
  const adopted = hash === null ? null : await stores.questionnaires.byHash(hash);
  if (adopted === null) throw new Refusal('QUESTIONNAIRE_UNKNOWN', 'No such questionnaire was adopted.');
  return JSON.parse(adopted.body) as Questionnaire;
}

/** Writes what residents are shown of a campaign: its questions, its people, the key of its box. */
export async function writeSheet(
  deps: SheetDeps,
  stores: Stores,
  cycle: FoundCycle,
  campaign: Pick<Campaign, 'id' | 'cycleId' | 'communityId' | 'questionnaireHash'>,
): Promise<void> {
  const community = await stores.places.community(campaign.communityId);
  const box = await stores.boxes.box(campaign.id);
  if (community === null || box === null) {
    throw new Refusal('CAMPAIGN_INCOMPLETE', 'The campaign has no community or no box.', {
      campaignId: campaign.id,
    });
  }
  const body: SheetBody = {
    year: cycle.year,
    communityName: community.name,
    questionnaire: await questionnaireOf(stores, campaign.questionnaireHash),
    people: await ratedPeople(stores, deps.postTitles, campaign, cycle),
    publicKey: box.publicKey,
  };
  await stores.surveys.putSheet({ campaignId: campaign.id, body: canonicalJson(body) });
}

/**
 * Somebody joined or left: the sheet of their community's campaign is written anew while it takes answers. The
 * campaign's row is moved on first, so that of two changes at once the later sees the earlier.
 */
export async function rewriteSheet(
  deps: SheetDeps,
  stores: Stores,
  { cycleId, communityId }: Pick<Campaign, 'cycleId' | 'communityId'>,
): Promise<void> {
  const campaigns = await stores.surveys.campaignsOf(cycleId);
  const campaign = campaigns.find((one) => one.communityId === communityId);
  if (campaign?.state !== 'open' && campaign?.state !== 'extended') return;
  await stores.surveys.advanceCampaign(campaign.id, campaign.version, { state: campaign.state });
  await writeSheet(deps, stores, await findCycle(stores, cycleId), campaign);
}
