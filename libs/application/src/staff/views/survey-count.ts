import { Refusal, campaignChart, type CampaignCount } from '@kaoji/domain';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { BallotBox, Campaign, CampaignCountRow, SurveyHandover } from '../../ports/survey-records.js';
import type { Actor } from '../access/actor.js';
import { holds } from '../access/permissions.js';
import { demandSurvey, type FoundSurvey } from '../survey/find-survey.js';

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
    const found = await demandSurvey(stores, actor, 'survey.tally', campaignId);
    const { campaign } = found;
    const row = await stores.boxes.count(campaignId);
    const box = await stores.boxes.box(campaignId);
    if (row === null || box === null) {
      throw new Refusal('STAGE_NOT_OPEN', 'This survey is not counted.', { state: campaign.state });
    }
    const { body, ...counted } = row;
    const count = JSON.parse(body) as CampaignCount;
    const names = await namesFor(stores, actor, found, count);
    const handover = await stores.boxes.handover(campaignId);
    return {
      ...counted,
      communityId: campaign.communityId,
      state: campaign.state,
      leaves: box.leaves,
      destroyedAt: box.destroyedAt,
      destroyedBy: box.destroyedBy,
      count,
      chart: {
        zh: campaignChart(count, 'zh', { names: names.zh }),
        en: campaignChart(count, 'en', { names: names.en }),
      },
      handover: handover === null ? null : withoutCampaign(handover),
    };
  });
}

type Names = Readonly<Record<string, string>>;

/** What the chart calls people: by name for those who may see names there, else by their place in the count. */
async function namesFor(
  stores: Stores,
  actor: Actor,
  { campaign: { cycleId, unitId }, cycle: { areaId } }: FoundSurvey,
  { people }: CampaignCount,
): Promise<{ readonly zh: Names; readonly en: Names }> {
  const numbered = (say: (n: number) => string): Names =>
    Object.fromEntries(people.map(({ appraisalId }, at) => [appraisalId, say(at + 1)]));
  const zh = numbered((n) => `第${n}人`);
  const en = numbered((n) => `person ${n}`);
  if (!holds(actor, 'person.names', { areaId, unitId })) return { zh, en };
  const appraisalOf = new Map(
    (await stores.appraisals.ofUnit(cycleId, unitId)).map(({ id, personId }) => [personId, id]),
  );
  const known = await stores.places.people([...appraisalOf.keys()]);
  const names = Object.fromEntries(known.map(({ id, name }) => [appraisalOf.get(id) ?? id, name]));
  return { zh: { ...zh, ...names }, en: { ...en, ...names } };
}

function withoutCampaign({ reason, handedOverBy, handedOverAt }: SurveyHandover): ShownCount['handover'] {
  return { reason, handedOverBy, handedOverAt };
}
