import { Refusal, campaignChart, type CampaignCount } from '@kaoji/domain';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { BallotBox, Campaign, CampaignCountRow, SurveyHandover } from '../../ports/survey-records.js';
import type { Actor } from '../access/actor.js';
import { holds } from '../access/permissions.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { demandSurvey, type FoundSurvey } from '../survey/find-survey.js';
import { countShown, type CountShown } from './count-shown.js';

export type ShownCount = Pick<Campaign, 'communityId' | 'state'> &
  Pick<CampaignCountRow, 'campaignId' | 'hash' | 'countedAt' | 'confirmedBy' | 'confirmedAt'> &
  Pick<BallotBox, 'leaves' | 'destroyedAt' | 'destroyedBy'> & {
    readonly count: CampaignCount;
    readonly shown: CountShown;
    /** An SVG picture of the same numbers, by language. */
    readonly chart: { readonly zh: string; readonly en: string };
    readonly handover: Omit<SurveyHandover, 'campaignId'> | null;
  };

/**
 * The count of a campaign as it stands: what came and what counted, rates with their intervals, what a person should
 * look at before confirming. Refuses `STAGE_NOT_OPEN` before it is counted, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function viewCount(
  deps: { readonly transactions: Transactions; readonly rulebooks: RulebookShelf },
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
    const names = await namesFor(stores, actor, found);
    const called = calledIn(names, count);
    const rulebook = await deps.rulebooks.take(stores, found.cycle.rulebookHash);
    const handover = await stores.boxes.handover(campaignId);
    return {
      ...counted,
      communityId: campaign.communityId,
      state: campaign.state,
      leaves: box.leaves,
      destroyedAt: box.destroyedAt,
      destroyedBy: box.destroyedBy,
      count,
      shown: countShown(count, rulebook, (appraisalId) => names[appraisalId] ?? null),
      chart: {
        zh: campaignChart(count, 'zh', { names: called.zh }),
        en: campaignChart(count, 'en', { names: called.en }),
      },
      handover: handover === null ? null : withoutCampaign(handover),
    };
  });
}

type Names = Readonly<Record<string, string>>;

/** People by appraisal, for those who may see names there; nobody's for others. */
async function namesFor(
  stores: Stores,
  actor: Actor,
  { campaign: { cycleId, unitId }, cycle: { areaId } }: FoundSurvey,
): Promise<Names> {
  if (!holds(actor, 'person.names', { areaId, unitId })) return {};
  const appraisalOf = new Map(
    (await stores.appraisals.ofUnit(cycleId, unitId)).map(({ id, personId }) => [personId, id]),
  );
  const known = await stores.places.people([...appraisalOf.keys()]);
  return Object.fromEntries(known.map(({ id, name }) => [appraisalOf.get(id) ?? id, name]));
}

/** What the chart calls people: by name, else by their place in the count. */
function calledIn(names: Names, { people }: CampaignCount): { readonly zh: Names; readonly en: Names } {
  const numbered = (say: (n: number) => string): Names =>
    Object.fromEntries(people.map(({ appraisalId }, at) => [appraisalId, say(at + 1)]));
  return {
    zh: { ...numbered((n) => `第${n}人`), ...names },
    en: { ...numbered((n) => `person ${n}`), ...names },
  };
}

function withoutCampaign({ reason, handedOverBy, handedOverAt }: SurveyHandover): ShownCount['handover'] {
  return { reason, handedOverBy, handedOverAt };
}
