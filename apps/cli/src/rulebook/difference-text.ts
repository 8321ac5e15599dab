import type { Decision, Evaluation, EvaluationDifference, PersonDifference, Rulebook } from '@kaoji/domain';
import { inLanguage, type Language, speaker } from '../terminal/language.js';
import { gradeName, groundText, resultText } from './decision-text.js';
import { readable } from './exact-text.js';

/** One evaluation and the rulebook it was made with. */
export type Side = { readonly rulebook: Rulebook; readonly evaluation: Evaluation };

/** Each person graded differently by B than by A: both results with clause and reason, and the step they part at. */
export function differenceText(
  difference: EvaluationDifference,
  a: Side,
  b: Side,
  language: Language,
): string {
  const say = speaker(language);
  const people = a.evaluation.people.length;
  const { graded, scored, quota } = difference;
  return [
    headLine('A', a.evaluation),
    headLine('B', b.evaluation),
    ...graded.map((person) => personText(person, a.rulebook, b.rulebook, language)),
    '',
    ...quota.map(
      ({ unit, field, a: before, b: after }) =>
        `${say('名额', 'Quota')} ${unit} ${field}: A ${before === '' ? '–' : before} → B ${after === '' ? '–' : after}`,
    ),
    ...(scored.length === 0
      ? []
      : [
          say(
            `结果相同但得分或依据不同：${scored.length} 人`,
            `same result by another score or rule: ${scored.length}`,
          ),
        ]),
    say(`${people} 人中 ${graded.length} 人结果不同`, `graded differently: ${graded.length} of ${people}`),
  ].join('\n');
}

function headLine(side: 'A' | 'B', { rulebook }: Evaluation): string {
  return `${side} ${rulebook.id} ${rulebook.version} (${rulebook.hash.slice(0, 19)})`;
}

function personText(person: PersonDifference, a: Rulebook, b: Rulebook, language: Language): string {
  const decisionLine = (side: string, rulebook: Rulebook, decision: Decision | null): string =>
    decision === null
      ? `  ${side}: –`
      : `  ${side}: ${resultText(rulebook, decision, language)} — ${groundText(decision, language)}: ${inLanguage(decision.why, language)}`;
  const result = (rulebook: Rulebook, decision: Decision | null): string =>
    decision === null ? '–' : resultText(rulebook, decision, language);
  return [
    '',
    `${person.id} (${person.unit}): ${result(a, person.a)} → ${result(b, person.b)}`,
    decisionLine('A', a, person.a),
    decisionLine('B', b, person.b),
    ...partingLines(person, a, b, language),
  ].join('\n');
}

/** What moved: the composite if it did, and the first step of the derivation that came out differently. */
function partingLines(
  { compositeA, compositeB, step }: PersonDifference,
  a: Rulebook,
  b: Rulebook,
  language: Language,
): string[] {
  const say = speaker(language);
  const number = (value: string | null): string => (value === null ? '–' : readable(value));
  const value = (rulebook: Rulebook, code: string | null): string =>
    code === null || code === 'none' ? '–' : readable(gradeName(rulebook, code, language));
  const composite =
    compositeA === compositeB
      ? []
      : [`  ${say('综合得分', 'composite')}: ${number(compositeA)} → ${number(compositeB)}`];
  if (step === null) return composite;
  const clause = (text: string | null): string => (text === null ? '' : `〔${text}〕`);
  const [before, after] = [
    `${value(a, step.a)}${clause(step.clauseA)}`,
    `${value(b, step.b)}${clause(step.clauseB)}`,
  ];
  return [
    ...composite,
    `  ${say('最先不同的一步', 'they part at')}: ${inLanguage(step.what, language)}: ${before} → ${after}`,
  ];
}
