import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { unitWorkflowId } from '@kaoji/temporal-contract';
import type { ApprovalsSetting } from '../../bench/approvals/approvals-setting.js';
import type { ListYear } from '../../bench/approvals/shown-lists.js';
import type { LoadProcess } from '../../bench/survey-load/load-process.js';
import { exactly, type Finding, told } from '../finding.js';
import { compareActs } from './act-ledger.js';
import { ACTS_PER_LIST, decideLists } from './deciding-people.js';
import type { Told } from './people.js';

export type WorkerKills = {
  readonly lists: number;
  readonly kills: number;
  /** The share of kills before the first act, while units open; a step over a whole unit is taken up 20 s after its death. */
  readonly opening: number;
  /** A kill comes so long after a worker was ready, at most: in the midst of what it catches up with, or of an act. */
  readonly longestLifeMs: number;
};

const AT_ONCE = 12;
const LOOK_EVERY_MS = 5;

/**
 * Kills the worker (SIGKILL) at random instants while units open, are decided on, shown and notified, each time starting
 * another. Acts come in as the kills go on, so that some are under way whenever one comes.
 */
export async function killedWorker(
  setting: ApprovalsSetting,
  worker: { running: LoadProcess },
  { lists, kills, opening, longestLifeMs }: WorkerKills,
): Promise<readonly Finding[]> {
  const year = await setting.seed({ lists, people: 2 });
  const heard: Told[] = [];
  let killed = 0;
  let sent = 0;
  const kill = async (most: number): Promise<void> => {
    while (killed < most) {
      await pause(randomInt(longestLifeMs));
      await worker.running.kill();
      killed += 1; // the next acts come while nobody works
      worker.running = await setting.startWorker();
    }
  };
  const first = Math.round(kills * opening);
  await year.begin();
  await kill(first);
  const shown = await year.shown();
  const killing = kill(kills);
  await decideLists(setting, shown, {
    atOnce: AT_ONCE,
    heard: (one) => void heard.push(one),
    turn: async () => {
      sent += 1;
      // So many acts for each kill that is left; the last ones come after the last kill.
      const share = (sent / (lists * ACTS_PER_LIST)) * (kills - first);
      while (killed < kills && killed < first + Math.floor(share)) await pause(LOOK_EVERY_MS);
    },
  });
  await killing;
  const ended = await endedUnits(setting, year);
  return [
    told(`worker killed ${kills} times in running units`, lists),
    told(
      '  acts told to come again meanwhile',
      heard.reduce((sum, { unavailable }) => sum + unavailable, 0),
    ),
    exactly('  acts accepted', heard.filter(({ status }) => status === 200).length, lists * ACTS_PER_LIST),
    ...(await compareActs(setting, shown, heard)),
    exactly('  units that ended', ended, lists),
  ];
}

/** After many deaths the server takes its time to hand out a task again. */
const ENDED_WITHIN_MS = 900_000;

async function endedUnits({ client }: ApprovalsSetting, { year, unitIds }: ListYear): Promise<number> {
  const late = new AbortController();
  const ends = unitIds.map(async (unitId) =>
    client.workflow
      .getHandle(unitWorkflowId(year.cycleKey, unitId))
      .result()
      .then(
        () => 1,
        () => 0,
      ),
  );
  const all = Promise.all(ends).then((each) => each.reduce<number>((sum, one) => sum + one, 0));
  const waited = pause(ENDED_WITHIN_MS, 0, { signal: late.signal }).catch(() => 0);
  const ended = await Promise.race([all, waited]);
  late.abort();
  return ended;
}
