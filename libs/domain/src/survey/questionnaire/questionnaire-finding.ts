import type { Finding } from '../../rulebook/finding.js';
import { provenanceAt } from '../../rulebook/provenance-at.js';
import { lineAt, type Path, type Positions } from '../../rulebook/yaml-tree.js';
import type { QuestionnaireFault, QuestionnaireHint } from './lint-codes.js';
import type { Questionnaire } from './questionnaire.js';

/**
 * What lint says of a questionnaire; `rule` is the question or choice, `line` 0 when there is no file. An
 * error keeps the questionnaire from being adopted, a hint does not.
 */
export type QuestionnaireFinding = Finding & { readonly severity: 'error' | 'hint' };

type Message = { readonly en: string; readonly zh: string };

/** What every group of checks gets: the questionnaire as parsed and a way to report at a place in it. */
export type QuestionnaireLint = {
  readonly questionnaire: Questionnaire;
  readonly fault: (code: QuestionnaireFault, path: Path, message: Message) => void;
  readonly hint: (code: QuestionnaireHint, path: Path, message: Message) => void;
};

/** A lint that collects findings into `into`; without `positions` nothing can be placed in a file. */
export function questionnaireLint(
  questionnaire: Questionnaire,
  positions: Positions | null,
  into: QuestionnaireFinding[],
): QuestionnaireLint {
  const report =
    (severity: QuestionnaireFinding['severity']) =>
    (code: string, path: Path, { en, zh }: Message): void => {
      into.push({
        severity,
        code,
        line: positions === null ? 0 : lineAt(positions, path),
        path: path.join('.'),
        ...provenanceAt(questionnaire, path),
        message: en,
        messageZh: zh,
      });
    };
  return { questionnaire, fault: report('error'), hint: report('hint') };
}
