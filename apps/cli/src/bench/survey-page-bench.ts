import { benchCase, type BenchReport } from './bench-report.js';
import { pageRequest } from './survey-load/answer-forms.js';
import {
  contender,
  cpuOf,
  machineShared,
  measureInTurns,
  medianOf,
  rateOf,
} from './survey-load/contenders.js';
import type { BulkLink } from './survey-load/issue-in-bulk.js';
import type { Shot } from './survey-load/run-load.js';
import { type SurveySetting, withSurveySetting } from './survey-load/survey-setting.js';

export type SurveyPageBenchOptions = {
  readonly seconds?: number; // of each window
  readonly links?: number;
  readonly people?: number; // rated on the page
  readonly connections?: number;
  readonly repeats?: number;
};
const FULL = { seconds: 5, links: 20_000, people: 10, connections: 64, repeats: 3 };
const BARE = 'bare Fastify, the same bytes';

/**
 * Pages per second of `GET /s/:token`, each with another link, next to bare Fastify giving the same bytes, headers
 * included. Three times ours: before crypto and database (routing, hooks, rates, admission, stamping the page), with the
 * signature of the link checked, and the real process with its reads on MariaDB.
 */
export async function runSurveyPageBench(options: SurveyPageBenchOptions = {}): Promise<BenchReport> {
  const sizes = { ...FULL, ...options };
  const plan = { campaigns: 1, people: sizes.people };
  const report = await withSurveySetting(plan, (setting) => measure(setting, sizes));
  return { bench: 'survey-page', ...report };
}

async function measure(setting: SurveySetting, sizes: typeof FULL): Promise<Omit<BenchReport, 'bench'>> {
  const links = await setting.issue(sizes.links);
  const bare = await contender(setting.startStandIn('bare'), pages(links));
  const unchecked = await contender(setting.startStandIn('unchecked'), pages(links));
  const checked = await contender(setting.startStandIn('no-database'), pages(links));
  const real = await contender(setting.start(), pages(links));
  await measureInTurns([bare, unchecked, checked, real], sizes, setting.mariadb);
  const ways = [
    ['pages before crypto and database', unchecked],
    ['pages, signature checked, nothing read', checked],
    ['pages of the real process, link and envelope read', real],
  ] as const;
  const cases = [
    ...ways.map(([name, ours]) =>
      benchCase(name, '1/s', medianOf(ours, rateOf), medianOf(bare, rateOf), BARE),
    ),
    ...ways.map(([name, ours]) =>
      benchCase(`processor time, ${name}`, 'us', medianOf(ours, cpuOf), medianOf(bare, cpuOf), BARE),
    ),
  ];
  return { machine: machineShared([bare, unchecked, checked, real]), cases };
}

/** Another link each time, from the start again when all were used: looking spends none. */
function pages(links: readonly BulkLink[]): () => Shot | null {
  let at = 0;
  return () => {
    const link = links[at % links.length];
    at += 1;
    return link === undefined ? null : { request: pageRequest(link.token) };
  };
}
