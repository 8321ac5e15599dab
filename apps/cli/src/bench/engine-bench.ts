import { columnsOf, compileScoring, evaluateColumns, evaluateUnit, type Evaluation } from '@kaoji/domain';
import { bareLoop } from './bare-loop.js';
import { benchCase, describeMachine, type BenchCase, type BenchReport } from './bench-report.js';
import { benchRulebook, benchYear, caseOfYear } from './engine-year.js';
import { interleaved } from './interleaved.js';

export type EngineBenchOptions = {
  readonly appraisees?: number;
  readonly explained?: number; // people of the derivation bench
  readonly repeats?: number;
};

function mustAgree(what: string, same: boolean): void {
  if (!same) throw new Error(`engine bench: ${what} gave different grades`);
}

function sameGrades(a: Int8Array, b: Int8Array): boolean {
  return a.length === b.length && a.every((grade, person) => grade === b[person]);
}

function resultsOf(evaluation: Evaluation): string {
  return JSON.stringify(evaluation.people.map(({ id, composite, final }) => [id, composite, final.grade]));
}

function benchColumns(appraisees: number, repeats: number): BenchCase {
  const rulebook = benchRulebook();
  const year = benchYear(compileScoring(rulebook), appraisees, 1);
  const { ours, other } = interleaved(
    repeats,
    () => evaluateColumns(compileScoring(rulebook), year),
    () => bareLoop(year),
  );
  mustAgree('the engine and the bare loop', sameGrades(ours.value.grades, other.value));
  const name = `evaluate and calibrate ${appraisees} appraisees (10 indicators, 10 ratings each), derivations off`;
  return benchCase(name, 'ms', ours.ms, other.ms, 'typed-array loop');
}

function benchDerivations(explained: number, repeats: number): BenchCase {
  const rulebook = benchRulebook();
  const compiled = compileScoring(rulebook);
  const unitCase = caseOfYear(compiled, benchYear(compiled, explained, 2), explained);
  const { ours, other } = interleaved(
    repeats,
    () => evaluateUnit(rulebook, unitCase, { derivations: true }),
    () => evaluateUnit(rulebook, unitCase, { derivations: false }),
  );
  mustAgree('derivations on and off', resultsOf(ours.value) === resultsOf(other.value));
  const columns = evaluateColumns(compiled, columnsOf(compiled, unitCase));
  const same = other.value.people.every(
    ({ composite, final }, person) =>
      final.grade === columns.gradeOf(person) && composite === columns.compositeOf(person),
  );
  mustAgree('evaluateUnit and the columns', same);
  return benchCase(
    `evaluateUnit for ${explained} appraisees, every step explained`,
    'ms',
    ours.ms,
    other.ms,
    'derivations off',
  );
}

/**
 * Evaluates and calibrates a whole district's year in columns next to a loop that does the bare arithmetic
 * (aim: within 20 times), and says what derivations cost. Grades must be equal in both, else it throws.
 */
export async function runEngineBench(options: EngineBenchOptions = {}): Promise<BenchReport> {
  const { appraisees = 100_000, explained = 2_000, repeats = 5 } = options;
  const cases = [benchColumns(appraisees, repeats), benchDerivations(explained, repeats)];
  return Promise.resolve({ bench: 'engine', machine: describeMachine(), cases });
}
