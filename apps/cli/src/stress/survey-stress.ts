import { withSurveySetting } from '../bench/survey-load/survey-setting.js';
import { contestedLinks } from './contested-links.js';
import type { Finding } from './finding.js';
import { forgedLinks } from './forged-links.js';
import { killedDatabase, type KillPlan } from './killed-database.js';
import { overload, type OverloadPlan } from './overload.js';

export type StressSizes = {
  readonly forged: number;
  readonly contested: number;
  readonly kills: KillPlan;
  readonly overload: OverloadPlan | null;
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

const PLAN = { campaigns: 20, people: 10 };

/** The hostile and the unlucky: everything against the real process on a durable MariaDB of its own. */
export async function stressSurvey(
  sizes: StressSizes,
  tell: (findings: readonly Finding[]) => void = () => undefined,
): Promise<readonly Finding[]> {
  return withSurveySetting(PLAN, async (setting) => {
    const all: Finding[] = [];
    const note = (findings: readonly Finding[]): void => {
      all.push(...findings);
      tell(findings);
    };
    note(await forgedLinks(setting, sizes.forged));
    note(await contestedLinks(setting, sizes.contested));
    note(await killedDatabase(setting, sizes.kills));
    if (sizes.overload !== null) note(await overload(setting, sizes.overload));
    return all;
  });
}
