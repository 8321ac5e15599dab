import type { CycleView } from '@kaoji/http-contract';
import { atOnce } from './at-once.js';
import { everyoneMarks } from './marking.js';
import { closeSurveys, openBoxes, type Holder } from './opening-boxes.js';
import { approveThrough, openDesk } from './approving/list-desk.js';
import { everyoneReports, routineRows } from './collect-year.js';
import { participantsOf, type Participant } from './participants.js';
import { prepareYear } from './prepare-year.js';
import { supervisorsRecordEvidence } from './recording-evidence.js';
import { accountOf, type Rehearsal } from './rehearsal-context.js';
import { residentsAnswer } from './surveying.js';
import { until } from './until.js';

/** Long enough to look around in: ten of them are collected in, five a notice is shown. */
const WORKING_DAY_MS = 300_000;
const PER_PERSON_MS = 6_000;

/** A year that waits for people, and what they need to open its ballot boxes. */
export type OpenYear = { readonly key: string; readonly holders: readonly Holder[] };

/**
 * A second year in which everybody finds something to do by hand: in the first unit nobody has marked yet and its residents are
 * asked, the list of the second waits for its first approver, and in the third (and all others) those proposed excellent are
 * publicly announced. Through public doors only, as a rehearsal.
 */
export async function leaveOpenYear(given: Rehearsal): Promise<OpenYear> {
  const { length } = given.people;
  const workingDayMs = Math.max(WORKING_DAY_MS, length * PER_PERSON_MS);
  const rehearsal: Rehearsal = { ...given, workingDayMs };
  const hr = await rehearsal.session(accountOf(rehearsal, 'hr_officer').username);
  const { cycleId, key, holders } = await prepareYear(rehearsal);
  const path = `/api/cycles/${cycleId}`;
  await until(
    'every unit collects',
    async () => hr.get<CycleView>(path),
    ({ units }) => units.every(({ state }) => state === 'collecting'),
  );
  const participants = await participantsOf(hr, cycleId, rehearsal.people);
  const [untouched, ...further] = rehearsal.places.units;
  const ahead = participants.filter(({ person }) => person.unitId !== untouched?.id);
  rehearsal.say('第一单元留待办理，其余单元先行', 'the first unit is left to you, the others go ahead');
  await supervisorsRecordEvidence(rehearsal, cycleId, participants);
  await hr.post(`${path}/routine`, { rows: routineRows(rehearsal.year, participants) });
  await everyoneReports(rehearsal, ahead);
  const mark = async (): Promise<number> =>
    everyoneMarks(rehearsal, cycleId, byAppraisal(ahead), () => false);
  await mark();
  const surveyed = await residentsAnswer(rehearsal, hr, cycleId, (communityId) =>
    ahead.filter(({ person }) => person.communityId === communityId),
  );
  await closeSurveys(rehearsal, hr, cycleId, surveyed);
  await hr.post(`${path}/mark-requests/default`);
  await mark();
  await atOnce(4, further, async ({ id }) =>
    hr.post(`${path}/units/${id}/close-collection`, { reason: '演示：材料已齐' }),
  );
  await openBoxes(rehearsal, hr, cycleId, holders, surveyed);
  const [listed, ...announced] = further;
  if (listed !== undefined) await openDesk(rehearsal, cycleId, listed.id, participants);
  await atOnce(4, announced, async ({ id }) =>
    approveThrough(await openDesk(rehearsal, cycleId, id, participants)),
  );
  return { key, holders };
}

function byAppraisal(participants: readonly Participant[]): ReadonlyMap<string, Participant['person']> {
  return new Map(participants.map(({ appraisalId, person }) => [appraisalId, person]));
}

/** What waits in it, for whom. */
export function openYearText({ key, holders }: OpenYear): string {
  const words = holders.map(({ account, passphrase }) => `  ${account.username}  ${passphrase}`);
  return [
    '',
    `留给您办理的一年 A year left to you: ${key}`,
    '  第一单元：等待述职、评分、居民问卷  first unit: duty reports, marks and residents are waited for',
    '  第二单元：名单等待第一位审批人      second unit: its list waits for the first who decides',
    '  第三单元：优秀人选公示中            third unit: those proposed excellent are publicly announced',
    '票箱保管口令（仅演示，仅显示这一次） Passphrases of the ballot box, for this demo, shown this once:',
    ...words,
  ].join('\n');
}
