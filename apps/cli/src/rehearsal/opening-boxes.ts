import { randomBytes } from 'node:crypto';
import type { ActedBoxView, CampaignView, SurveyCountView } from '@kaoji/http-contract';
import type { DemoAccount } from '../demo/demo-accounts.js';
import type { ApiSession } from './api-session.js';
import { atOnce } from './at-once.js';
import { storyOf } from './community-stories.js';
import { accountOf, type Rehearsal } from './rehearsal-context.js';
import { receiptIsUnder } from './resident.js';
import { campaignsOf, type Surveyed } from './surveying.js';
import { until } from './until.js';

export type Holder = { readonly account: DemoAccount; readonly passphrase: string };

/** The superior and a member of the panel take a key each: neither runs the survey, neither is appraised. */
export async function enrolHolders(rehearsal: Rehearsal, cycleId: string): Promise<readonly Holder[]> {
  return atOnce(2, ['superior', 'panel_member'] as const, async (role) => {
    const account = accountOf(rehearsal, role);
    const passphrase = randomBytes(18).toString('base64url'); // they remember it; nobody else has it
    const session = await rehearsal.session(account.username);
    await session.post(`/api/cycles/${cycleId}/box-holders`, { passphrase });
    return { account, passphrase };
  });
}

const OVER: ReadonlySet<CampaignView['state']> = new Set(['sealed', 'closed_to_panel']);

/**
 * HR closes every survey. Where the sample is not valid it is extended; those who come late answer, and it is closed
 * again: then it is valid, or goes to the panel. Gives how many came late.
 */
export async function closeSurveys(
  rehearsal: Rehearsal,
  hr: ApiSession,
  cycleId: string,
  { late, asked }: Surveyed,
): Promise<number> {
  const close = async (id: string): Promise<void> => hr.post(`/api/surveys/${id}/close`);
  const ours = async (): Promise<readonly CampaignView[]> =>
    (await campaignsOf(hr, cycleId)).items.filter(({ id }) => asked.has(id));
  await atOnce(4, [...asked], async (id) => close(id));
  const waiting = await until('every survey is sealed or extended', ours, (items) =>
    items.every(({ state }) => OVER.has(state) || state === 'extended'),
  );
  let came = 0;
  const extended = waiting.filter(({ state }) => state === 'extended');
  await atOnce(2, extended, async ({ id }) => {
    const now = (await late.get(id)?.()) ?? 0;
    came += now;
    await closeAgain(close, id);
  });
  const ended = await until('every survey is sealed or given to the panel', ours, (items) =>
    items.every(({ state }) => OVER.has(state)),
  );
  for (const { communityId, state } of ended) {
    const expected = storyOf(rehearsal.places, communityId) === 'never_valid' ? 'closed_to_panel' : 'sealed';
    if (state !== expected) throw new Error(`the survey of ${communityId} is ${state}, not ${expected}`);
  }
  return came;
}

/** The flow may be a moment behind the row, or the extension be over by itself. */
async function closeAgain(close: (id: string) => Promise<void>, id: string): Promise<void> {
  await until(
    `survey ${id} takes its second close`,
    async () =>
      close(id).then(
        () => true,
        () => false,
      ),
    (taken) => taken,
    2000,
  ).catch(() => false);
}

/**
 * Two holders open every sealed box, one after the other; HR looks at each count and confirms it. Before that, one
 * resident checks a receipt against the published root. Gives whether it held.
 */
export async function openBoxes(
  rehearsal: Rehearsal,
  hr: ApiSession,
  cycleId: string,
  holders: readonly Holder[],
  { receipt }: Surveyed,
): Promise<boolean> {
  const { items } = await campaignsOf(hr, cycleId);
  const published = items.find(({ id }) => id === receipt?.campaignId)?.root ?? null;
  const held =
    receipt !== null && published !== null && (await receiptIsUnder(receipt.origin, receipt.code, published));
  for (const { account, passphrase } of holders) {
    const session = await rehearsal.session(account.username);
    const path = `/api/cycles/${cycleId}/ballot-boxes/open`;
    const acted = await session.post<{ items: ActedBoxView[] }>(path, { passphrase });
    rehearsal.say(
      `保管人 ${account.username} 操作 ${acted.items.length} 个票箱`,
      `holder ${account.username} acted on ${acted.items.length} boxes`,
    );
  }
  await atOnce(4, items, async ({ id, state }) => {
    if (state !== 'sealed') return;
    const { hash } = await hr.get<SurveyCountView>(`/api/surveys/${id}/count`);
    await hr.post(`/api/surveys/${id}/count/confirm`, { countHash: hash });
  });
  return held;
}
