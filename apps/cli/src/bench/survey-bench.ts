import { Refusal } from '@kaoji/domain';
import { openUsualIntake } from '@kaoji/persistence/testing';
import { benchCase, median, type BenchCase, type BenchReport } from './bench-report.js';
import { type AnswerForms, answerForms } from './survey-load/answer-forms.js';
import {
  type Contender,
  contender,
  cpuOf,
  databaseCpuOf,
  loadOf,
  type Measured,
  machineShared,
  measureInTurns,
  medianOf,
  rateOf,
} from './survey-load/contenders.js';
import type { BulkLink } from './survey-load/issue-in-bulk.js';
import type { LoadCount } from './survey-load/load-count.js';
import { closedLoop, openLoop, type Shot } from './survey-load/run-load.js';
import { sealingCost } from './survey-load/sealing-cost.js';
import { type SurveySetting, withSurveySetting } from './survey-load/survey-setting.js';

export type SurveyBenchOptions = {
  readonly seconds?: number; // of each window
  readonly links?: number;
  readonly campaigns?: number;
  readonly people?: number; // rated in each campaign
  readonly connections?: number;
  readonly repeats?: number;
};
type Sizes = Required<SurveyBenchOptions>;

const FULL: Sizes = { seconds: 8, links: 300_000, campaigns: 20, people: 10, connections: 256, repeats: 3 };
const OPEN_LOOP_SHARE = 0.7;
const AGAIN = 5_000;
const AIM_P99_MS = 50;
const USUAL = 'BEGIN, UPDATE, INSERT, COMMIT in plain text';

/**
 * Durable answers per second of the real survey process, next to the same handler without a database (the limit) and
 * to a transaction for each answer in plain text (what most do), in turns on one MariaDB whose commits are synced.
 * Throws when an answer was lost or a link was taken twice. Refuses USAGE when the links run out.
 */
export async function runSurveyBench(options: SurveyBenchOptions = {}): Promise<BenchReport> {
  const sizes = { ...FULL, ...options };
  const report = await withSurveySetting(sizes, (setting) => measure(setting, sizes));
  const { shared, alone } = await sealingCost(sizes.repeats);
  const sealing = benchCase('sealing one ballot of 2 KiB', 'us', shared, alone, 'a context for each');
  return { bench: 'survey', machine: report.machine, cases: [...report.cases, sealing] };
}

async function measure(setting: SurveySetting, sizes: Sizes): Promise<Omit<BenchReport, 'bench'>> {
  const forms = answerForms(1);
  const links = await setting.issue(sizes.links);
  const usualTable = await openUsualIntake(setting.mariadb.url, 1);
  await usualTable.addTokens(links.map(({ linkHash }) => linkHash));

  const used: BulkLink[] = [];
  const ours = await contender(setting.start(), once(forms, links, used));
  const limit = await contender(setting.startStandIn('no-database'), again(forms, links));
  const unsealed = await contender(setting.startStandIn('unsealed'), again(forms, links));
  const usual = await contender(setting.startStandIn('usual'), once(forms, links));
  await measureInTurns([ours, limit, usual, unsealed], sizes, setting.mariadb);
  const perSecond = medianOf(ours, rateOf) * OPEN_LOOP_SHARE;
  const steady: LoadCount[] = [];
  while (steady.length < sizes.repeats) {
    steady.push(await openLoop({ ...loadOf(ours, sizes.seconds, sizes.connections), perSecond }));
  }
  if (used.length === links.length)
    throw new Refusal('USAGE', 'The links ran out: more --links, or fewer --seconds.');

  const sentAgain = used.slice(0, AGAIN);
  const twice = await closedLoop({ ...loadOf(ours, 60, sizes.connections), next: once(forms, sentAgain) });
  mustBe('second answers refused', twice.byStatus[410] ?? 0, sentAgain.length);
  const rows = await setting.received();
  const accepted = acceptedIn([...ours.measured.map(({ count }) => count), ...steady, twice]);
  mustBe('rows and answers accepted', rows, accepted);
  const usualRows = await usualTable.count();
  mustBe(
    'the same of the usual transaction',
    usualRows,
    acceptedIn(usual.measured.map(({ count }) => count)),
  );
  await usualTable.close();

  const { campaigns, people, connections } = sizes;
  const compared = (
    name: string,
    unit: string,
    other: Contender,
    of: (one: Measured) => number,
    what: string,
  ) => benchCase(name, unit, medianOf(ours, of), medianOf(other, of), what);
  const sealed = (name: string, unit: string, of: (one: Measured) => number) =>
    benchCase(name, unit, medianOf(limit, of), medianOf(unsealed, of), 'not sealing');
  const atSeventyPercent = (name: string, of: (count: LoadCount) => number) => {
    const rate = `${Math.round(perSecond)} answers/s (70 %), open loop`;
    return benchCase(`${name} at ${rate}`, 'ms', median(steady.map(of)), AIM_P99_MS, 'aim of p99');
  };
  const inWords = `${campaigns} campaigns, ${people} people each, ${connections} connections`;
  const cases = [
    compared(`durable answers, ${inWords}`, '1/s', limit, rateOf, 'same handler without a database'),
    compared('durable answers', '1/s', usual, rateOf, USUAL),
    compared('p50, closed loop', 'ms', usual, ({ count }) => count.p50, USUAL),
    compared('p99, closed loop', 'ms', usual, ({ count }) => count.p99, USUAL),
    atSeventyPercent('p50', ({ p50 }) => p50),
    atSeventyPercent('p99', ({ p99 }) => p99),
    exactly('rows in the boxes', rows, accepted, 'answers accepted'),
    exactly('second answers accepted', acceptedIn([twice]), sentAgain.length, 'sent'),
    compared('processor time of an answer', 'us', usual, cpuOf, USUAL),
    compared('processor time of an answer in MariaDB', 'us', usual, databaseCpuOf, USUAL),
    sealed('answers without a database, sealing', '1/s', rateOf),
    sealed('processor time of an answer without a database, sealing', 'us', cpuOf),
  ];
  return { machine: machineShared([ours, limit, usual, unsealed]), cases };
}

/** Each link once; null when all were used. */
function once(forms: AnswerForms, links: readonly BulkLink[], used: BulkLink[] = []): () => Shot | null {
  let at = 0;
  return () => {
    const link = links[at];
    if (link === undefined) return null;
    at += 1;
    used.push(link);
    return { request: forms.requestOf(link) };
  };
}

/** One link after the other, from the start again when all were used. */
function again(forms: AnswerForms, links: readonly BulkLink[]): () => Shot | null {
  let at = 0;
  return () => {
    const link = links[at % links.length];
    at += 1;
    return link === undefined ? null : { request: forms.requestOf(link) };
  };
}

function acceptedIn(counts: readonly LoadCount[]): number {
  return counts.reduce((all, { byStatus }) => all + (byStatus[303] ?? 0), 0);
}

function mustBe(what: string, found: number, wanted: number): void {
  if (found !== wanted) throw new Error(`survey bench: ${what}: ${found} instead of ${wanted}`);
}

/** Whole numbers that must not be rounded. */
function exactly(name: string, ours: number, other: number, otherName: string): BenchCase {
  return { name, unit: 'answers', ours, other, otherName, ratio: Number((ours / other).toPrecision(4)) };
}
