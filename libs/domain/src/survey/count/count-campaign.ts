import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { exact, formatExact } from '../../exact/exact.js';
import type { SurveyRule } from '../../rulebook/schema/scoring.js';
import { STRATA, type Stratum } from '../draw/stratum.js';
import type { Questionnaire } from '../questionnaire/questionnaire.js';
import { planCount, type CountPlan, type QuestionPlan } from './ballot-plan.js';
import type { CampaignCount, PersonCount, QuestionCount, RateEstimate } from './campaign-count.js';
import { countFlags, type PaceCount } from './count-flags.js';
import { sampleReading } from './sample-reading.js';
import { stratifiedRate } from './stratified.js';
import { suppressCells, suppressChoices } from './suppress-cells.js';
import { tallyBallots, type BallotTally, type CountedBallot } from './tally-ballots.js';
import { wilson } from './wilson.js';

/** How many people a stratum stands for (null: not known) and how many links went to it. */
export type StratumFrame = {
  readonly stratum: Stratum;
  readonly population: number | null;
  readonly issued: number;
};

export type CampaignInput = {
  readonly questionnaire: Questionnaire;
  /** Whom the ballots may rate; answers about others are left out. */
  readonly appraisalIds: readonly string[];
  readonly ballots: Iterable<CountedBallot>;
  readonly strata: readonly StratumFrame[];
  readonly pace: readonly PaceCount[];
  readonly rule: SurveyRule;
  /** Merkle root (hex) of the box; comments are put in an order that follows from it and from them alone. */
  readonly root: string;
};

/** Where the rulebook states no limits. */
export const DEFAULT_SUPPRESSION = { cells: 5, comments: 10 } as const;

function share(part: number, whole: number | null): string | null {
  return whole === null || whole === 0 ? null : formatExact(exact(BigInt(part), BigInt(whole)));
}

function questionCount(
  { question, first, values, titles }: QuestionPlan,
  tally: BallotTally,
  from: number,
  k: number,
): QuestionCount {
  const start = from + first;
  const counts = [...tally.counters.subarray(start, start + values.length)];
  const answered = tally.counters[start + values.length] ?? 0;
  const shown =
    question.kind === 'multiple' ? suppressChoices(counts, answered, k) : suppressCells(counts, k);
  return {
    questionId: question.id,
    kind: question.kind,
    title: question.title,
    answered: answered > 0 && answered < k ? null : answered,
    cells: values.map((value, at) => ({
      value,
      title: titles[at] ?? question.title,
      count: shown[at] ?? null,
    })),
  };
}

/** Ratings of one person by stratum; staff's and residents' own together. */
function ratingsOf(plan: CountPlan, { counters }: BallotTally, person: number) {
  return STRATA.map((stratum, at) => {
    const from = person + plan.rating + at * 4;
    const [no = 0, yes = 0, noAssisted = 0, yesAssisted = 0] = counters.subarray(from, from + 4);
    const assisted = noAssisted + yesAssisted;
    return { stratum, valid: no + yes + assisted, satisfied: yes + yesAssisted, assisted };
  });
}

function estimateOf(satisfied: number, valid: number, population: number | null): RateEstimate | null {
  const interval = wilson({ satisfied, valid, population });
  return interval === null
    ? null
    : { rate: formatExact(exact(BigInt(satisfied), BigInt(valid))), ...interval };
}

function personCount(
  input: CampaignInput,
  plan: CountPlan,
  tally: BallotTally,
  population: number | null,
  appraisalId: string,
): PersonCount {
  const person = plan.personOf.get(appraisalId) ?? 0;
  const ratings = ratingsOf(plan, tally, person);
  const sum = (count: (rating: (typeof ratings)[number]) => number) =>
    ratings.reduce((total, rating) => total + count(rating), 0);
  const valid = sum((rating) => rating.valid);
  const satisfied = sum((rating) => rating.satisfied);
  const populationOf = (stratum: Stratum) =>
    input.strata.find((one) => one.stratum === stratum)?.population ?? 0;
  const weighted = input.rule.weights === 'population' && population !== null;
  const { cells } = input.rule.suppression ?? DEFAULT_SUPPRESSION;
  return {
    appraisalId,
    valid,
    satisfied,
    ordinary: ratings[0]?.valid ?? 0,
    assisted: sum(({ assisted }) => assisted),
    estimate: estimateOf(satisfied, valid, population),
    weighted: weighted
      ? stratifiedRate(ratings.map((one) => ({ ...one, population: populationOf(one.stratum) })))
      : null,
    questions: plan.appraisee
      .filter(({ question }) => question.id !== plan.satisfaction)
      .map((question) => questionCount(question, tally, person, cells)),
  };
}

/** Comments by SHA-256 of the box's root and their text: an order nobody chose and that tells no time. */
function shuffled(root: string, comments: readonly string[]): readonly string[] {
  return comments
    .map((text) => ({ text, key: bytesToHex(sha256(utf8ToBytes(`${root}\n${text}`))) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ text }) => text);
}

function populationOf(strata: readonly StratumFrame[]): number | null {
  return strata.length === 0
    ? null
    : strata.reduce<number | null>(
        (sum, { population }) => (sum === null || population === null ? null : sum + population),
        0,
      );
}

/**
 * Counts an opened box: how many came and counted, and per person, question and comment what they say. A
 * ballot that breaks the questionnaire counts for nothing, in the open (`invalidReasons`); nothing else is
 * dropped. Small cells are hidden before the numbers leave here. The same ballots in any order give the same
 * count. Refuses `SURVEY_SCALE_MISMATCH` where the questionnaire rates on another scale than the rulebook.
 */
export function countCampaign(input: CampaignInput): CampaignCount {
  const { questionnaire, appraisalIds, rule, root } = input;
  const plan = planCount(questionnaire, appraisalIds, rule);
  const tally = tallyBallots(plan, input.ballots);
  const suppression = rule.suppression ?? DEFAULT_SUPPRESSION;
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const received = total(tally.received);
  const valid = total(tally.valid);
  const population = populationOf(input.strata);
  const issued = input.strata.reduce((sum, stratum) => sum + stratum.issued, 0);
  const frames = new Map(input.strata.map((frame) => [frame.stratum, frame]));
  const given = tally.comments.length;
  const few = given > 0 && given < suppression.comments;
  return {
    format: 'kaoji-count/1',
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    root,
    received,
    valid,
    invalid: received - valid,
    invalidReasons: tally.invalid,
    strata: STRATA.map((stratum, at) => ({
      stratum,
      population: frames.get(stratum)?.population ?? null,
      issued: frames.get(stratum)?.issued ?? 0,
      received: tally.received[at] ?? 0,
      valid: tally.valid[at] ?? 0,
    })).filter((one) => frames.has(one.stratum) || one.received > 0),
    sample: sampleReading(rule, {
      byStratum: Object.fromEntries(STRATA.map((stratum, at) => [stratum, tally.valid[at] ?? 0])),
      assisted: tally.assisted,
    }),
    assisted: { valid: tally.assisted, share: share(tally.assisted, valid) },
    response: {
      issued,
      ofIssued: share(received, issued),
      population,
      ofPopulation: share(received, population),
    },
    people: [...plan.personOf.keys()].map((id) => personCount(input, plan, tally, population, id)),
    community: plan.community.map((question) => questionCount(question, tally, 0, suppression.cells)),
    comments: { given: few ? null : given, texts: few ? [] : shuffled(root, tally.comments) },
    suppression,
    flags: countFlags(tally.straight, input.pace),
  };
}
