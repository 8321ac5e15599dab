import { type ApprovalsSetting, withApprovals } from '../../bench/approvals/approvals-setting.js';
import { startOwnMariadb, type OwnMariadb } from '../../bench/survey-load/own-mariadb.js';
import type { LoadProcess } from '../../bench/survey-load/load-process.js';
import type { Finding } from '../finding.js';
import { databaseAway, type DatabaseKills } from './database-away.js';
import { killedWorker, type WorkerKills } from './killed-worker.js';
import { oneSeat } from './one-seat.js';
import { temporalAway, type Away } from './temporal-away.js';

export type ApprovalSizes = {
  readonly race: number; // lists
  readonly away: Away;
  readonly database: DatabaseKills;
  readonly worker: WorkerKills;
};

export const FULL: ApprovalSizes = {
  race: 100,
  away: { lists: 50, seconds: 60 },
  database: { lists: 100, kills: 10, awayMs: 500 },
  worker: { lists: 100, kills: 50, opening: 0.2, longestLifeMs: 4_000 },
};
/** Everything once; also in every `npm test`. */
export const QUICK: ApprovalSizes = {
  race: 3,
  away: { lists: 4, seconds: 3 },
  database: { lists: 8, kills: 2, awayMs: 0 },
  worker: { lists: 6, kills: 2, opening: 0, longestLifeMs: 500 },
};

type Stage = {
  readonly setting: ApprovalsSetting;
  readonly mariadb: OwnMariadb;
  readonly worker: { running: LoadProcess };
};
/** The parts by the names `--only` takes, in the order they run in. */
const PARTS = {
  race: ({ setting }, { race }) => oneSeat(setting, race),
  away: ({ setting }, { away }) => temporalAway(setting, away),
  database: ({ setting, mariadb }, { database }) => databaseAway(setting, mariadb, database),
  worker: ({ setting, worker }, plan) => killedWorker(setting, worker, plan.worker),
} as const satisfies Record<string, (stage: Stage, sizes: ApprovalSizes) => Promise<readonly Finding[]>>;
export type ApprovalPart = keyof typeof PARTS;
export const APPROVAL_PARTS = Object.keys(PARTS) as readonly ApprovalPart[];

/** Approvals under bad luck: the real service and worker, a durable MariaDB of our own, Temporal behind a line that is cut. */
export async function stressApprovals(
  servers: { readonly address: string; readonly bundle: string },
  sizes: ApprovalSizes,
  tell: (findings: readonly Finding[]) => void = () => undefined,
  only: readonly ApprovalPart[] = APPROVAL_PARTS,
): Promise<readonly Finding[]> {
  const mariadb = await startOwnMariadb();
  try {
    return await withApprovals({ ...servers, databaseUrl: mariadb.url }, async (setting) => {
      const worker = { running: await setting.startWorker() };
      const all: Finding[] = [];
      for (const part of APPROVAL_PARTS.filter((one) => only.includes(one))) {
        const findings = await PARTS[part]({ setting, mariadb, worker }, sizes);
        all.push(...findings);
        tell(findings);
      }
      return all;
    });
  } finally {
    await mariadb.close();
  }
}
