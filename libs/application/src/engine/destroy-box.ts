import { canonicalJson } from '@kaoji/domain';
import { titleOfSheet } from '../survey/sheet.js';
import { boxIsDone } from '../waiting/boxes-wait.js';
import type { EngineDeps } from './engine-deps.js';
import type { CampaignKey } from './find-campaign.js';

/** Nobody named decided it: the sample never became valid, and the rulebook says what follows. */
const BY_RULE = 'rulebook';

/**
 * The end of a campaign: what its box held, the shares of its key, its sheet and whatever ties a resident to a link
 * are gone for good, and it is recorded who decided so. Counts, root and leaves stay, and of the sheet what the
 * survey is called: a receipt is of a named survey. A repeat changes nothing.
 */
export async function destroyBox(
  deps: Pick<EngineDeps, 'transactions' | 'clock'>,
  { campaignId }: CampaignKey,
): Promise<void> {
  await deps.transactions.run(async (stores) =>
    stores.effects.once(`survey-destroy/${campaignId}`, async () => {
      const handover = await stores.boxes.handover(campaignId);
      const count = await stores.boxes.count(campaignId);
      const by = handover?.handedOverBy ?? count?.confirmedBy ?? BY_RULE;
      const sheet = await stores.surveys.sheet(campaignId);
      await stores.surveys.destroyBox(campaignId);
      if (sheet !== null) {
        await stores.surveys.putSheet({ campaignId, body: canonicalJson(titleOfSheet(sheet.body)) });
      }
      const now = deps.clock.now();
      await stores.boxes.markDestroyed(campaignId, by, now);
      await boxIsDone(stores, { id: campaignId }, now);
    }),
  );
}
