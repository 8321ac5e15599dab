import {
  countCampaign,
  decodeBallot,
  encodeBallot,
  type Ballot,
  type CampaignCount,
  type CountedBallot,
  type Questionnaire,
  type SurveyRule,
} from '@kaoji/domain';
import { diceOf } from '@kaoji/domain/testing';
import { bareTally, type TallyColumns } from './bare-tally.js';
import { benchCase, describeMachine, type BenchCase, type BenchReport } from './bench-report.js';
import { interleaved } from './interleaved.js';

export type TallyBenchOptions = { readonly ballots?: number; readonly repeats?: number };

const SCALE = 5;
const QUESTIONS = 5; // about the community
const PEOPLE = 5; // one question about each
const LENGTH = 512; // bytes of a padded ballot

const text = { zh: '演示', en: 'demo' };
const scale = {
  kind: 'scale' as const,
  title: text,
  labels: Array.from({ length: SCALE }, () => text),
  required: true,
};
const questionnaire: Questionnaire = {
  id: 'bench',
  version: '1',
  title: text,
  intro: text,
  community: Array.from({ length: QUESTIONS }, (_, at) => ({ ...scale, id: `q${at}` })),
  appraisee: [{ ...scale, id: 'rating', satisfaction: true }],
};
const rule: SurveyRule = {
  id: 'survey',
  clause: 'bench',
  minValid: 50,
  minOrdinaryShare: '0.5',
  satisfiedFrom: 4,
  scaleMax: SCALE,
  extensions: 0,
  extendWorkingDays: 1,
};
const appraisalIds = Array.from({ length: PEOPLE }, (_, at) => `appraisal-${at}`);

function seededColumns(ballots: number, seed: number): TallyColumns {
  const dice = diceOf(seed);
  const perBallot = QUESTIONS + PEOPLE;
  const answers = Uint8Array.from({ length: ballots * perBallot }, () => 1 + dice.below(SCALE));
  return { answers, perBallot, scale: SCALE };
}

/** The same answers as ballots, as they come out of envelopes. */
function ballotsOf({ answers, perBallot }: TallyColumns): readonly Ballot[] {
  return Array.from({ length: answers.length / perBallot }, (_, ballot): Ballot => {
    const row = answers.subarray(ballot * perBallot, (ballot + 1) * perBallot);
    return {
      community: Object.fromEntries(
        Array.from({ length: QUESTIONS }, (_each, at) => [`q${at}`, row[at] ?? 1]),
      ),
      people: Object.fromEntries(appraisalIds.map((id, at) => [id, { rating: row[QUESTIONS + at] ?? 1 }])),
    };
  });
}

function counted(ballots: Iterable<CountedBallot>): CampaignCount {
  const strata = [{ stratum: 'ordinary' as const, population: 1_000_000, issued: 300_000 }];
  return countCampaign({ questionnaire, appraisalIds, ballots, strata, pace: [], rule, root: 'bench' });
}

function enveloped(ballot: Ballot | null): CountedBallot {
  return { ballot, stratum: 'ordinary', assisted: false };
}

/** Throws unless the count says what the bare loop counted: every cell, and everybody's rating. */
function mustAgree(count: CampaignCount, bare: Uint32Array): void {
  const cell = (question: number, value: number) => bare[question * (SCALE + 1) + value] ?? 0;
  const cells = count.community.every(({ cells: all }, question) =>
    all.every(({ count: shown, value }) => shown === cell(question, Number(value))),
  );
  const ratings = count.people.every(({ valid, satisfied }, person) => {
    const of = (value: number) => cell(QUESTIONS + person, value);
    return satisfied === of(4) + of(5) && valid === of(1) + of(2) + of(3) + of(4) + of(5);
  });
  if (!cells || !ratings) throw new Error('tally bench: the two counted differently');
}

function benchCount(columns: TallyColumns, ballots: readonly Ballot[], repeats: number): BenchCase {
  const opened = ballots.map(enveloped);
  const { ours, other } = interleaved(
    repeats,
    () => counted(opened),
    () => bareTally(columns),
  );
  mustAgree(ours.value, other.value);
  const name = `count ${ballots.length} ballots of ${columns.perBallot} answers, checked, with intervals and small cells hidden`;
  return benchCase(name, 'ms', ours.ms, other.ms, 'typed-array loop');
}

function* decoded(envelopes: readonly Uint8Array[]): Generator<CountedBallot> {
  for (const bytes of envelopes) yield enveloped(decodeBallot(bytes));
}

function benchBytes(columns: TallyColumns, ballots: readonly Ballot[], repeats: number): BenchCase {
  const envelopes = ballots.map((ballot) => encodeBallot(ballot, LENGTH));
  const plain = new TextDecoder();
  const { ours, other } = interleaved(
    repeats,
    () => counted(decoded(envelopes)),
    () => envelopes.map((bytes) => JSON.parse(plain.decode(bytes)) as unknown).length,
  );
  mustAgree(ours.value, bareTally(columns));
  const name = `read ${ballots.length} opened envelopes and count them`;
  return benchCase(name, 'ms', ours.ms, other.ms, 'JSON.parse alone');
}

/**
 * Counts a box of ballots next to a loop that only adds up bytes, and from the bytes of opened envelopes next
 * to merely parsing them. The counts must be equal, else it throws.
 */
export async function runTallyBench(options: TallyBenchOptions = {}): Promise<BenchReport> {
  const { ballots: size = 100_000, repeats = 5 } = options;
  const columns = seededColumns(size, 1);
  const ballots = ballotsOf(columns);
  const cases = [benchCount(columns, ballots, repeats), benchBytes(columns, ballots, repeats)];
  return Promise.resolve({ bench: 'tally', machine: describeMachine(), cases });
}
