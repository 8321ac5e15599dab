import type { Positions } from '../../rulebook/yaml-tree.js';
import { lintQuestions } from './lint-questions.js';
import { lintTexts } from './lint-texts.js';
import { readQuestionnaire } from './parse-questionnaire.js';
import { type QuestionnaireFinding, questionnaireLint } from './questionnaire-finding.js';
import { questionnaireHash } from './questionnaire-hash.js';
import type { Questionnaire } from './questionnaire.js';
import { lintReading } from './reading-hints.js';

/**
 * Everything lint has to say of a questionnaire, errors and hints, each with its place and a sentence in
 * Chinese and English. `positions` give lines of the file it was read from; without them every line is 0.
 */
export function lintQuestionnaire(
  questionnaire: Questionnaire,
  positions: Positions | null = null,
): readonly QuestionnaireFinding[] {
  const findings: QuestionnaireFinding[] = [];
  const lint = questionnaireLint(questionnaire, positions, findings);
  for (const check of [lintQuestions, lintTexts, lintReading]) check(lint);
  return findings.sort((a, b) => a.line - b.line);
}

export type QuestionnaireLintResult = {
  /** In the order of the file. No error among them: the questionnaire can be adopted. */
  readonly findings: readonly QuestionnaireFinding[];
  /** Null when the text is no questionnaire at all, even with findings. */
  readonly questionnaire: Questionnaire | null;
  readonly hash: string | null;
};

/** The same for a file's text. Never throws, whatever the text; a fault of form hides the other findings. */
export function lintQuestionnaireText(text: string): QuestionnaireLintResult {
  const reading = readQuestionnaire(text);
  if (!reading.ok) {
    const faults = reading.findings.map((finding) => ({ ...finding, severity: 'error' as const }));
    return { findings: faults.sort((a, b) => a.line - b.line), questionnaire: null, hash: null };
  }
  const { questionnaire, positions } = reading;
  return {
    findings: lintQuestionnaire(questionnaire, positions),
    questionnaire,
    hash: questionnaireHash(questionnaire),
  };
}
