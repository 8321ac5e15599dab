import { type SurveySetting, withSurveySetting } from '../bench/survey-load/survey-setting.js';
import { contestedLinks } from './contested-links.js';
import type { Finding } from './finding.js';
import { forgedLinks } from './forged-links.js';
import { killedDatabase, type KillPlan } from './killed-database.js';
import { overload, type OverloadPlan } from './overload.js';

export type StressSizes = {
  readonly forged: number;
  readonly contested: number;
  readonly kills: KillPlan;
  readonly overload: OverloadPlan;
};

export const FULL: StressSizes = {
  forged: 1_000_000,
  contested: 1_000,
  kills: { answers: 20_000, kills: 10, perSecond: 1_000 },
  overload: { seconds: 60, links: 800_000 },
};
/** Everything once, in about a minute. */
export const QUICK: StressSizes = {
  forged: 10_000,
  contested: 20,
  kills: { answers: 1_000, kills: 2, perSecond: 500 },
  overload: { seconds: 5, links: 100_000 },
};

/** The parts by the names `--only` takes, in the order they run in. */
const PARTS = {
  forged: (setting, { forged }) => forgedLinks(setting, forged),
  links: (setting, { contested }) => contestedLinks(setting, contested),
  killed: (setting, { kills }) => killedDatabase(setting, kills),
  overload: (setting, plan) => overload(setting, plan.overload),
} as const satisfies Record<
  string,
  (setting: SurveySetting, sizes: StressSizes) => Promise<readonly Finding[]>
>;
export type StressPart = keyof typeof PARTS;
export const STRESS_PARTS = Object.keys(PARTS) as readonly StressPart[];

const PLAN = { campaigns: 20, people: 10 };

/** The hostile and the unlucky: everything against the real process on a durable MariaDB of its own. */
export async function stressSurvey(
  sizes: StressSizes,
  tell: (findings: readonly Finding[]) => void = () => undefined,
  only: readonly StressPart[] = STRESS_PARTS,
): Promise<readonly Finding[]> {
  return withSurveySetting(PLAN, async (setting) => {
    const all: Finding[] = [];
    for (const part of STRESS_PARTS.filter((one) => only.includes(one))) {
      const findings = await PARTS[part](setting, sizes);
      all.push(...findings);
      tell(findings);
    }
    return all;
  });
}
