import fc from 'fast-check';
import { COMMENT_FIELD, communityField, type GivenBallot, personField } from '../survey/ballot/ballot.js';
import { cleanComment } from '../survey/ballot/clean-comment.js';
import type { Question, Questionnaire } from '../survey/questionnaire/questionnaire.js';
import { questionnaireWith } from './questionnaires.js';

const id = fc.stringMatching(/^[a-z][a-z0-9_-]{0,39}$/).filter((each) => each !== 'constructor');
const text = { zh: '文', en: 'text' };
const ids = (min: number, max: number) => fc.uniqueArray(id, { minLength: min, maxLength: max });

const shape = fc.oneof(
  fc.record({ kind: fc.constant('scale' as const), size: fc.integer({ min: 2, max: 7 }) }),
  fc.record({ kind: fc.constant('single' as const), options: ids(2, 20) }),
  fc.record({
    kind: fc.constant('multiple' as const),
    options: ids(2, 20),
    atMost: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  }),
);

function questions(min: number, max: number): fc.Arbitrary<Question[]> {
  return fc
    .tuple(ids(min, max), fc.array(fc.tuple(shape, fc.boolean()), { minLength: max, maxLength: max }))
    .map(([names, shapes]) =>
      names.map((name, index): Question => {
        const [of, required] = shapes[index] ?? [{ kind: 'scale', size: 2 }, false];
        const asked = { id: name, title: text, required };
        if (of.kind === 'scale') {
          return { ...asked, kind: 'scale', labels: Array.from({ length: of.size }, () => text) };
        }
        const options = of.options.map((each) => ({ id: each, title: text }));
        if (of.kind === 'single') return { ...asked, kind: 'single', options };
        return {
          ...asked,
          kind: 'multiple',
          options,
          ...(of.atMost === undefined ? {} : { atMost: of.atMost }),
        };
      }),
    );
}

/** Any questionnaire the schema takes, whatever lint says of it. */
export const anyQuestionnaire: fc.Arbitrary<Questionnaire> = fc
  .record({
    community: questions(0, 6),
    appraisee: questions(1, 4),
    maxLength: fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined }),
  })
  .map(({ community, appraisee, maxLength }) => {
    const { comment: _comment, ...rest } = questionnaireWith({ community, appraisee });
    return maxLength === undefined ? rest : { ...rest, comment: { title: text, maxLength } };
  });

/** Ids as long and as odd as appraisals may have them, but none of the names every object has. */
export const anyAppraisalIds: fc.Arbitrary<readonly string[]> = fc.uniqueArray(
  fc.oneof(
    fc.uuid(),
    fc.stringMatching(/^[A-Za-z0-9_.-]{1,64}$/).filter((each) => !(each in Object.prototype)),
    fc.constant('z'.repeat(64)),
  ),
  { maxLength: 6 },
);

/** Residents write anything; some characters take more bytes than others, some are escaped. */
const anyComment = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 600 }),
  fc
    .tuple(fc.constantFrom('汉', '"', '\\', '\n', 'é', '😀', '\u2028', 'x'), fc.integer({ min: 1, max: 500 }))
    .map(([character, times]) => character.repeat(times)),
);

/** A form filled in with answers the page offers. */
export function anyFilledForm(
  questionnaire: Questionnaire,
  appraisalIds: readonly string[],
): fc.Arbitrary<GivenBallot> {
  const { community, appraisee, comment } = questionnaire;
  return fc
    .tuple(
      block(community, communityField),
      ...appraisalIds.map((each) =>
        fc.oneof(
          block(appraisee, (id) => personField(each, id)),
          fc.constant<Fields>([]),
        ),
      ),
      anyComment.map((words): Fields => [
        [COMMENT_FIELD, [cleanComment(words).slice(0, comment?.maxLength ?? 0)]],
      ]),
    )
    .map((blocks) => new Map(blocks.flat()));
}

type Fields = readonly (readonly [name: string, values: readonly string[]])[];

/** All required questions of a block answered, the others or not. */
function block(questions: readonly Question[], field: (questionId: string) => string): fc.Arbitrary<Fields> {
  const each = questions.map((question) =>
    fc
      .tuple(answers(question), question.required ? fc.constant(true) : fc.boolean())
      .map(([values, given]): Fields => (given ? [[field(question.id), values]] : [])),
  );
  return fc.tuple(...each).map((fields) => fields.flat());
}

function answers(question: Question): fc.Arbitrary<readonly string[]> {
  if (question.kind === 'scale') {
    return fc.integer({ min: 1, max: question.labels.length }).map((value) => [String(value)]);
  }
  const offered = question.options.map((each) => each.id);
  if (question.kind === 'single') return fc.constantFrom(...offered).map((each) => [each]);
  const most = Math.min(question.atMost ?? offered.length, offered.length);
  return fc.shuffledSubarray(offered, { minLength: 1, maxLength: most });
}
