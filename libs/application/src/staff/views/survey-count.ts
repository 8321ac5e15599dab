import { Refusal, campaignChart, type CampaignCount } from '@kaoji/domain';
import type { Transactions } from '../../ports/stores.js';
import type { BallotBox, Campaign, CampaignCountRow, SurveyHandover } from '../../ports/survey-records.js';
import type { Actor } from '../access/actor.js';
import { demandSurvey } from '../survey/find-survey.js';

export type ShownCount = Pick<Campaign, 'communityId' | 'state'> &
  Pick<CampaignCountRow, 'campaignId' | 'hash' | 'countedAt' | 'confirmedBy' | 'confirmedAt'> &
  Pick<BallotBox, 'leaves' | 'destroyedAt' | 'destroyedBy'> & {
    readonly count: CampaignCount;
    /** An SVG picture of the same numbers, by language. */
    readonly chart: { readonly zh: string; readonly en: string };
    readonly handover: Omit<SurveyHandover, 'campaignId'> | null;
  };

/**
 * The count of a campaign as it stands: what came and what counted, rates with their intervals, what a person should
 * look at before confirming. Refuses `STAGE_NOT_OPEN` before it is counted, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function viewCount(
  deps: { readonly transactions: Transactions },
  actor: Actor,
  campaignId: string,
): Promise<ShownCount> {
  return deps.transactions.read(async (stores) => {
    const { campaign } = await demandSurvey(stores, actor, 'survey.tally', campaignId);
    const row = await stores.boxes.count(campaignId);
    const box = await stores.boxes.box(campaignId);
    if (row === null || box === null) {
      throw new Refusal('STAGE_NOT_OPEN', 'This survey is not counted.', { state: campaign.state });
    }
    const { body, ...counted } = row;
    const count = JSON.parse(body) as CampaignCount;
    const handover = await stores.boxes.handover(campaignId);
    return {
      ...counted,
      communityId: campaign.communityId,
      state: campaign.state,
      leaves: box.leaves,
      destroyedAt: box.destroyedAt,
      destroyedBy: box.destroyedBy,
      count,
      chart: { zh: campaignChart(count, 'zh'), en: campaignChart(count, 'en') },
      handover: handover === null ? null : withoutCampaign(handover),
    };
  });
}

function withoutCampaign({ reason, handedOverBy, handedOverAt }: SurveyHandover): ShownCount['handover'] {
  return { reason, handedOverBy, handedOverAt };
}
