import { diffEvaluations, evaluateUnit } from '@kaoji/domain';
import type { Language } from '../terminal/language.js';
import type { Terminal } from '../terminal/terminal.js';
import { differenceText, type Side } from './difference-text.js';
import { holdAgainst, loadCase, loadRulebook } from './read-input.js';
import { warnOfFindings } from './warn-of-findings.js';

export type DiffOptions = {
  readonly a: string;
  readonly b: string;
  readonly caseFile: string;
  readonly json: boolean;
  readonly language: Language;
};

/**
 * Runs one case through two rulebooks and prints who would be graded differently, and why; exit 1 when anyone.
 * The case must fit both. Refuses as `loadRulebook`, `loadCase`, `holdAgainst`.
 */
export async function diff(terminal: Terminal, options: DiffOptions): Promise<void> {
  const { caseFile, json, language } = options;
  const [ruleA, ruleB] = [await loadRulebook(options.a), await loadRulebook(options.b)];
  const unitCase = await loadCase(caseFile);
  const side = (file: string, { rulebook, hash, findings }: typeof ruleA): Side => {
    holdAgainst(rulebook, unitCase, caseFile);
    warnOfFindings(terminal, file, findings, language);
    return { rulebook, evaluation: evaluateUnit(rulebook, unitCase, { hash }) };
  };
  const [a, b] = [side(options.a, ruleA), side(options.b, ruleB)];
  const difference = diffEvaluations(a.evaluation, b.evaluation);
  const rulebooks = { a: a.evaluation.rulebook, b: b.evaluation.rulebook };
  terminal.out(
    json
      ? JSON.stringify({ format: 'kaoji-diff/1', rulebooks, year: unitCase.year, ...difference })
      : differenceText(difference, a, b, language),
  );
  terminal.setExitCode(difference.graded.length === 0 ? 0 : 1);
}
