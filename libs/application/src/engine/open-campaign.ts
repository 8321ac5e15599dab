import { reminderTimes, satisfactionQuestion } from '@kaoji/domain';
import type { Instant } from '../ports/records.js';
import type { SealedShare } from '../ports/survey-gateways.js';
import type { BoxShare, Campaign } from '../ports/survey-records.js';
import { boxIsDone, boxWaits } from '../waiting/boxes-wait.js';
import { HOLDERS_NEEDED, holdersOf } from './box-holders.js';
import { deadlineIn, type CycleContext } from './cycle-context.js';
import type { CampaignDeps } from './engine-deps.js';
import { findCampaign, type CampaignKey } from './find-campaign.js';
import { peopleWait, type PeopleWait } from './people-wait.js';
import { pinQuestionnaire, questionnaireOf, writeSheet } from './survey-sheet.js';

/** While residents are asked: until when, and when those who have not answered are reminded. */
export type AskingResidents = { readonly closesAt: Instant; readonly remindersAt: readonly Instant[] };
export type CampaignOpening =
  | ({ readonly outcome: 'waiting_for_holders' } & PeopleWait)
  | ({ readonly outcome: 'open' } & AskingResidents);

/**
 * Opens a campaign for as many working days as the rulebook says: pins its questionnaire, makes its ballot box,
 * writes its sheet. Before two people hold keys there is nobody to seal a box to, and it only says when to remind.
 * Refuses CAMPAIGN_UNKNOWN, and SURVEY_SCALE_MISMATCH while the questionnaire rates people on another scale than the
 * rulebook's: nobody is asked what could not be counted.
 */
export async function openCampaign(deps: CampaignDeps, key: CampaignKey): Promise<CampaignOpening> {
  const { campaignId } = key;
  const { holders, wait } = await deps.transactions.read(async (stores) => {
    const { campaign, context } = await findCampaign(deps, stores, key);
    return {
      holders: await holdersOf(stores, context.cycle, campaign),
      wait: peopleWait(context, deps.clock.now()),
    };
  });
  if (holders.length < HOLDERS_NEEDED) {
    await deps.transactions.run(async (stores) => {
      const { campaign, context } = await findCampaign(deps, stores, key);
      const said = { stage: 'holders', at: deps.clock.now(), dueAt: wait.escalateAt } as const;
      await boxWaits(stores, context.cycle, campaign, said);
    });
    return { outcome: 'waiting_for_holders', ...wait };
  }
  const { publicKey, shares } = await deps.ballotBoxes.create(
    campaignId,
    holders.map(({ accountId, publicKey: of }) => ({ accountId, publicKey: of })),
  );
  return deps.transactions.run(async (stores) =>
    stores.effects.once(`survey-open/${campaignId}`, async () => {
      const { campaign, context } = await findCampaign(deps, stores, key);
      const opensAt = deps.clock.now();
      const closesAt = deadlineIn(context, opensAt, context.rulebook.process.survey.workingDays);
      const questionnaireHash = await pinQuestionnaire(stores, campaign.cycleId, opensAt);
      const { survey } = context.rulebook;
      if (survey !== undefined) {
        satisfactionQuestion(await questionnaireOf(stores, questionnaireHash), survey);
      }
      await stores.surveys.advanceCampaign(campaignId, campaign.version, {
        state: 'open',
        opensAt,
        closesAt,
        questionnaireHash,
      });
      const box = { campaignId, publicKey, root: null, leaves: null, sealedAt: null };
      await stores.boxes.insertBox(
        { ...box, destroyedAt: null, destroyedBy: null },
        shares.map((share) => firstShare(campaignId, share)),
      );
      await writeSheet(deps, stores, context.cycle, { ...campaign, questionnaireHash });
      await boxIsDone(stores, campaign, opensAt);
      const opened = { ...campaign, opensAt };
      return { outcome: 'open', ...asking(context, opened, closesAt, opensAt) };
    }),
  );
}

/** The rulebook's reminders that still lie between now and the close. */
export function asking(
  { rulebook, cycle, calendar }: CycleContext,
  { opensAt }: Pick<Campaign, 'opensAt'>,
  closesAt: Instant,
  now: Instant,
): AskingResidents {
  const plan = rulebook.survey?.reminders;
  if (plan === undefined || opensAt === null) return { closesAt, remindersAt: [] };
  const times = reminderTimes(plan, { opensAt, closesAt }, { clock: cycle.clock, calendar });
  return { closesAt, remindersAt: times.filter((at) => at > now) };
}

function firstShare(campaignId: string, { accountId, sealed }: SealedShare): BoxShare {
  return { campaignId, accountId, fromAccount: null, sealed };
}
