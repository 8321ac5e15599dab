import { Refusal } from '../../refusal.js';
import type { Finding } from '../../rulebook/finding.js';
import { findingsSentence } from '../../rulebook/findings-sentence.js';
import { schemaFindings } from '../../rulebook/schema-findings.js';
import { readYamlTree, type Positions } from '../../rulebook/yaml-tree.js';
import { questionnaireMeaning } from './questionnaire-meaning.js';
import { type Questionnaire, questionnaireSchema } from './questionnaire.js';

/** A questionnaire with the line of every value, or what keeps the text from being one. */
export type QuestionnaireReading =
  | { readonly ok: true; readonly questionnaire: Questionnaire; readonly positions: Positions }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Reads the form of a questionnaire from YAML or JSON text. Never throws, whatever the text. */
export function readQuestionnaire(text: string): QuestionnaireReading {
  const { data, positions, findings } = readYamlTree(text);
  if (findings.length > 0) return { ok: false, findings };
  const parsed = questionnaireSchema.safeParse(data);
  if (parsed.success) return { ok: true, questionnaire: parsed.data, positions };
  return { ok: false, findings: schemaFindings(parsed.error, data, positions, questionnaireMeaning) };
}

/**
 * A questionnaire from YAML or JSON text. Refuses `QUESTIONNAIRE_INVALID` with `details.findings` (each with its
 * line) on syntax errors, duplicate or unknown keys, missing or wrong values. It checks the form only;
 * `lintQuestionnaire` checks what residents will read.
 */
export function parseQuestionnaire(text: string): Questionnaire {
  const reading = readQuestionnaire(text);
  if (reading.ok) return reading.questionnaire;
  const { findings } = reading;
  throw new Refusal('QUESTIONNAIRE_INVALID', findingsSentence(findings), { findings });
}
