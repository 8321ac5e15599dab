import { ROLES, type Role } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import type { CampaignState } from '../ports/survey-records.js';
import { boxTasks, boxWaits, type BoxStage } from '../waiting/boxes-wait.js';
import { writeToStaff } from '../waiting/write-to-staff.js';
import type { EngineDeps } from './engine-deps.js';
import { findCampaign, type CampaignKey, type FoundCampaign } from './find-campaign.js';

export type SurveyReminding = CampaignKey & {
  /** Who is waited for: people to hold keys, holders to open the box, a named person to confirm the count. */
  readonly stage: BoxStage;
  readonly kind: 'remind' | 'escalate';
};

/** Records a reminder to whoever is waited for, or word to their superior, once each. Opens and confirms nothing. */
export async function remindSurvey(deps: EngineDeps, reminding: SurveyReminding): Promise<void> {
  const { campaignId, stage, kind } = reminding;
  await deps.transactions.run(async (stores) => {
    const found = await findCampaign(deps, stores, reminding);
    const { cycleId, unitId } = found.campaign;
    await stores.decisions.insertReminder({
      key: `${campaignId}/${stage}/${kind}`,
      cycleId,
      unitId,
      kind,
      stage: `survey_${stage}`,
      recipients: await recipients(stores, found, reminding),
      sentAt: deps.clock.now(),
    });
    if (kind === 'escalate') await askSuperiors(deps, stores, found, stage);
    const asked = await boxTasks(stores, found.campaign);
    const late = asked.filter(({ as }) => kind === 'remind' || as === 'superior');
    const accounts = late.map(({ accountId }) => accountId);
    await writeToStaff(stores, found.context, accounts, deps.clock.now());
  });
}

/** What has been dealt with meanwhile is left alone. */
async function askSuperiors(
  deps: EngineDeps,
  stores: Stores,
  { campaign, context }: FoundCampaign,
  stage: BoxStage,
): Promise<void> {
  if (STATE_OF[stage] !== campaign.state) return;
  const escalatedTo = context.rulebook.process.deliberation.escalateTo;
  await boxWaits(stores, context.cycle, campaign, { stage, at: deps.clock.now(), dueAt: null, escalatedTo });
}

const STATE_OF: Readonly<Record<BoxStage, CampaignState>> = {
  holders: 'planned',
  box: 'sealed',
  count: 'counted',
};

async function recipients(
  stores: Stores,
  { campaign, context }: FoundCampaign,
  { stage, kind }: SurveyReminding,
): Promise<number> {
  if (stage === 'box' && kind === 'remind') {
    const shares = await stores.boxes.shares(campaign.id);
    return new Set(shares.map(({ accountId }) => accountId)).size;
  }
  const role = kind === 'remind' ? 'hr_officer' : context.rulebook.process.deliberation.escalateTo;
  if (!isRole(role)) return 0;
  return (await stores.accounts.holdersOf(role, context.cycle.areaId, campaign.unitId)).length;
}

function isRole(role: string): role is Role {
  return ROLES.some((known) => known === role);
}
