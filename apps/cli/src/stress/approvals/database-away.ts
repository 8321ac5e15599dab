import { setTimeout as pause } from 'node:timers/promises';
import type { ApprovalsSetting } from '../../bench/approvals/approvals-setting.js';
import type { OwnMariadb } from '../../bench/survey-load/own-mariadb.js';
import { atLeast, exactly, type Finding, told } from '../finding.js';
import { compareActs } from './act-ledger.js';
import { ACTS_PER_LIST, decideLists } from './deciding-people.js';
import type { Told } from './people.js';

export type DatabaseKills = { readonly lists: number; readonly kills: number; readonly awayMs: number };

const AT_ONCE = 16;
const LOOK_EVERY_MS = 1;

/** Kills the database (SIGKILL) while people act: nothing is half recorded, and who asks again is answered once. */
export async function databaseAway(
  setting: ApprovalsSetting,
  mariadb: Pick<OwnMariadb, 'kill' | 'start'>,
  { lists, kills, awayMs }: DatabaseKills,
): Promise<readonly Finding[]> {
  const year = await setting.seed({ lists, people: 2 });
  await year.begin();
  const shown = await year.shown();
  const heard: Told[] = [];
  const deciding = decideLists(setting, shown, { atOnce: AT_ONCE, heard: (one) => void heard.push(one) });
  for (let kill = 1; kill <= kills; kill += 1) {
    while (heard.length < (lists * ACTS_PER_LIST * kill) / (kills + 1)) await pause(LOOK_EVERY_MS);
    await mariadb.kill();
    await pause(awayMs);
    await mariadb.start();
  }
  await deciding;
  const sum = (read: (told: Told) => number) => heard.reduce((all, one) => all + read(one), 0);
  return [
    told(`acts while the database was killed ${kills} times`, heard.length),
    atLeast(
      '  told to come back later meanwhile (503)',
      sum(({ unavailable }) => unavailable),
      1,
    ),
    exactly(
      '  of these without Retry-After',
      sum(({ withoutRetryAfter }) => withoutRetryAfter),
      0,
    ),
    exactly(
      '  accepted in the end',
      heard.filter(({ status }) => status === 200).length,
      lists * ACTS_PER_LIST,
    ),
    ...(await compareActs(setting, shown, heard)),
  ];
}
