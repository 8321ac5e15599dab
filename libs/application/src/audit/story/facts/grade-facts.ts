import { differingSteps, type PersonEvaluation } from '@kaoji/domain';
import type { RecordedFact, StoryChange } from '@kaoji/domain/story';
import type { StoredEvaluation } from '../../../ports/records.js';
import type { AppraisalRecord } from '../appraisal-record.js';
import { both, fact, gradeCode, gradeWords, inputOf } from './fact.js';

/** At most so many differing steps are told; the derivations themselves are whole in the record. */
const STEPS = 12;

/** Each evaluation, with every number that is another one than in the round before; and the grade each was delivered as. */
export function gradeFacts({ evaluations }: AppraisalRecord): readonly RecordedFact[] {
  return evaluations.flatMap((stored, at) => {
    const person = JSON.parse(stored.body) as PersonEvaluation;
    const before = evaluations[at - 1];
    const { final, provisional, line, composite } = person;
    const why = both(
      [final.why.zh, ...(line === null ? [] : [line.why.zh])].join('；'),
      [final.why.en, ...(line === null ? [] : [line.why.en])].join('; '),
    );
    const clause = final.clause ?? final.rule;
    const score = composite ?? '—';
    const told = { at: null, why, clause } as const;
    return [
      fact({
        ...told,
        ...{ chapter: 'grade', name: 'evaluation' },
        what: both(
          `第 ${stored.round} 轮：综合分 ${score}，拟定${gradeWords(provisional).zh}，确定${gradeWords(final).zh}`,
          `round ${stored.round}: score ${score}, proposed ${gradeWords(provisional).en}, final ${gradeWords(final).en}`,
        ),
        changed: before === undefined ? [] : partedNumbers(before, stored),
        tells: (source, { type, name, content }) =>
          source === 'appraisal' &&
          type === 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED' &&
          name === 'seal' &&
          inputOf(content)['round'] === stored.round,
      }),
      ...(['grade', 'contestDecided'] as const).map((message) =>
        fact({
          ...told,
          ...{ chapter: message === 'grade' ? 'delivery' : 'contest', name: message, alone: false },
          what: both(`结果：${gradeWords(final).zh}`, `the result: ${gradeWords(final).en}`),
          tells: (source, { type, name, content }) =>
            source === 'appraisal' &&
            type === 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED' &&
            name === message &&
            inputOf(content)['resultHash'] === stored.hash,
        }),
      ),
    ];
  });
}

/** Score, grade and every step of the derivation in which two evaluations part, each with its clause. */
export function partedNumbers(a: StoredEvaluation, b: StoredEvaluation): readonly StoryChange[] {
  if (a.hash === b.hash) return [];
  const [before, after] = [a, b].map(({ body }) => JSON.parse(body) as PersonEvaluation);
  if (before === undefined || after === undefined) return [];
  const steps =
    before.derivation === undefined || after.derivation === undefined
      ? []
      : differingSteps(before.derivation, after.derivation);
  const whole: readonly StoryChange[] = [
    { what: both('综合分', 'score'), before: before.composite, after: after.composite, clause: null },
    {
      what: both('档次', 'grade'),
      ...{ before: gradeCode(before.final), after: gradeCode(after.final) },
      clause: after.final.clause ?? after.final.rule,
    },
  ];
  return [
    ...whole.filter((one) => one.before !== one.after),
    ...steps.slice(0, STEPS).map(({ what, a: from, b: to, clauseA, clauseB }) => ({
      ...{ what, before: from, after: to },
      clause: clauseB ?? clauseA,
    })),
    ...(steps.length > STEPS
      ? [
          {
            what: both(`另有 ${steps.length - STEPS} 步不同`, `${steps.length - STEPS} more steps`),
            ...{ before: null, after: null, clause: null },
          },
        ]
      : []),
  ];
}
