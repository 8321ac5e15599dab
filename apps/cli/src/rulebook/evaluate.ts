import { type Evaluation, evaluateUnit, Refusal } from '@kaoji/domain';
import { type Language, speaker } from '../terminal/language.js';
import type { Terminal } from '../terminal/terminal.js';
import { checkEvaluation, type DerivationsChecked } from './check-evaluation.js';
import { evaluationText } from './evaluation-text.js';
import { personText } from './person-text.js';
import { holdAgainst, loadCase, loadRulebook } from './read-input.js';
import { warnOfFindings } from './warn-of-findings.js';

export type EvaluateOptions = {
  readonly file: string;
  readonly caseFile: string;
  readonly json: boolean;
  readonly language: Language;
  readonly person?: string;
};

/**
 * Runs a case through a rulebook and prints everyone's result, or one person's whole derivation; every step is
 * recomputed, and exit 1 says that one did not come out the same. Refuses `PERSON_UNKNOWN`, and as
 * `loadRulebook`, `loadCase`, `holdAgainst`.
 */
export async function evaluateCase(terminal: Terminal, options: EvaluateOptions): Promise<void> {
  const { language } = options;
  const loaded = await loadRulebook(options.file);
  const unitCase = await loadCase(options.caseFile);
  holdAgainst(loaded.rulebook, unitCase, options.caseFile);
  warnOfFindings(terminal, options.file, loaded.findings, language);

  const whole = evaluateUnit(loaded.rulebook, unitCase, { hash: loaded.hash, derivations: true });
  const evaluation = options.person === undefined ? whole : onlyPerson(whole, options.person);
  const checked = checkEvaluation(loaded.rulebook, unitCase, evaluation);
  terminal.setExitCode(checked.failures === 0 ? 0 : 1);

  if (options.json) {
    terminal.out(JSON.stringify({ ...evaluation, derivationsChecked: checked }));
    return;
  }
  const [person] = evaluation.people;
  terminal.out(
    options.person === undefined || person === undefined
      ? evaluationText(evaluation, loaded.rulebook, language)
      : personText(person, loaded.rulebook, language),
  );
  terminal.out(checkedText(checked, language));
}

function onlyPerson(evaluation: Evaluation, id: string): Evaluation {
  const people = evaluation.people.filter((person) => person.id === id);
  if (people.length > 0) return { ...evaluation, people };
  throw new Refusal('PERSON_UNKNOWN', `There is nobody "${id}" in the case.`, { person: id });
}

function checkedText({ nodes, failures, failed }: DerivationsChecked, language: Language): string {
  const say = speaker(language);
  const verdict =
    failures === 0
      ? say(`推导共 ${nodes} 步，逐步复算无误`, `derivation steps recomputed: ${nodes}, all the same`)
      : say(
          `推导共 ${nodes} 步，${failures} 人的推导复算不一致`,
          `derivations that do not recompute: ${failures}`,
        );
  return ['', verdict, ...failed.map((fault) => `  ${JSON.stringify(fault)}`)].join('\n');
}
