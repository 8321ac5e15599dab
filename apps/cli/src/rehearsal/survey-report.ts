import type { CampaignCount } from '@kaoji/domain';
import type { CampaignView, SurveyCountView } from '@kaoji/http-contract';
import Table from 'cli-table3';
import type { ApiSession } from './api-session.js';
import { atOnce } from './at-once.js';
import { STORIES, storyOf, type Story } from './community-stories.js';
import type { Rehearsal } from './rehearsal-context.js';
import { campaignsOf } from './surveying.js';

/** One community's survey as the printed year tells it. */
export type SurveyLine = {
  readonly community: string;
  readonly story: Story;
  readonly campaign: CampaignView;
  readonly count: CampaignCount | null;
};

/** Reads what became of every survey; the first communities tell the stories. */
export async function readSurveys(
  rehearsal: Rehearsal,
  hr: ApiSession,
  cycleId: string,
): Promise<readonly SurveyLine[]> {
  const { items } = await campaignsOf(hr, cycleId);
  return atOnce(4, items, async (campaign) => {
    const name = rehearsal.places.communities.find(({ id }) => id === campaign.communityId)?.name ?? '';
    const counted = campaign.state === 'closed_valid';
    return {
      community: name,
      story: storyOf(rehearsal.places, campaign.communityId),
      campaign,
      count: counted ? (await hr.get<SurveyCountView>(`/api/surveys/${campaign.id}/count`)).count : null,
    };
  });
}

const LISTED = 12;
const ROOT_SHOWN = 12;
const STATES: Partial<Record<CampaignView['state'], string>> = {
  closed_valid: '有效\nvalid',
  closed_to_panel: '移交考察组\nto the panel',
};

/** Per community: how it went, how many answered, how sure the numbers are, and the published root. */
export function renderSurveys(lines: readonly SurveyLine[]): string {
  const table = new Table({
    head: [
      '社区 Community',
      '情形 Story',
      '状态 State',
      '有效/收到/发放\nvalid/received/issued',
      '应答率\nResponse',
      '最低满意度及 95% 区间\nLowest rate, interval',
      '根 Root',
    ],
    style: { head: [], border: [] },
  });
  const order = [...lines].sort((one, other) =>
    one.campaign.communityId < other.campaign.communityId ? -1 : 1,
  );
  for (const { community, story, campaign, count } of order.slice(0, LISTED)) {
    const [zh, en] = STORIES[story];
    table.push([
      community,
      `${zh}\n${en}`,
      STATES[campaign.state] ?? campaign.state,
      count === null ? `-/-/${campaign.issued}` : `${count.valid}/${count.received}/${count.response.issued}`,
      count === null ? '-' : share(count.response.ofIssued),
      count === null ? '-' : lowest(count),
      campaign.root === null ? '-' : `${campaign.root.slice(0, ROOT_SHOWN)}…`,
    ]);
  }
  return `\n\n━━ 居民测评 Residents' surveys ━━\n${table.toString()}`;
}

/** The person residents are least satisfied with: where uncertainty matters first. Shown for reading only. */
function lowest({ people }: CampaignCount): string {
  const rated = people.flatMap(({ satisfied, valid, estimate }) =>
    estimate === null ? [] : [{ satisfied, valid, estimate }],
  );
  const [first] = rated.sort((one, other) => one.satisfied / one.valid - other.satisfied / other.valid);
  if (first === undefined) return '-';
  const { satisfied, valid, estimate } = first;
  return `${satisfied}/${valid} = ${percent(satisfied / valid)} [${percent(Number(estimate.low))}, ${percent(Number(estimate.high))}]`;
}

function share(exact: string | null): string {
  if (exact === null) return '-';
  const [part = '0', whole = '1'] = exact.split('/');
  return percent(Number(part) / Number(whole));
}

const percent = (rate: number): string => `${(rate * 100).toFixed(1)}%`;
