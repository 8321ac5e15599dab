import type { Path } from '../../rulebook/yaml-tree.js';
import type { Question, Questionnaire } from './questionnaire.js';

type Text = Questionnaire['title'];
export type QuestionAt = {
  readonly block: 'community' | 'appraisee';
  readonly question: Question;
  readonly path: Path;
};
/** `question` and `choice` are read at a glance, `prose` is read as sentences. */
export type TextAt = {
  readonly kind: 'question' | 'choice' | 'prose';
  readonly text: Text;
  readonly path: Path;
};

/** Every question with its place, in the order of the page. */
export function questionsOf(questionnaire: Questionnaire): readonly QuestionAt[] {
  return (['community', 'appraisee'] as const).flatMap((block) =>
    questionnaire[block].map((question, index) => ({ block, question, path: [block, index] })),
  );
}

/** The choices of a question as residents read them: the labels of a scale, the titles of options. */
export function choicesOf({ question, path }: QuestionAt): readonly TextAt[] {
  return question.kind === 'scale'
    ? question.labels.map((text, index) => ({ kind: 'choice', text, path: [...path, 'labels', index] }))
    : question.options.map(({ title }, index) => ({
        kind: 'choice',
        text: title,
        path: [...path, 'options', index, 'title'],
      }));
}

/** Every text residents read, with its place, in the order of the page. */
export function textsOf(questionnaire: Questionnaire): readonly TextAt[] {
  const { title, intro, comment } = questionnaire;
  return [
    { kind: 'prose', text: title, path: ['title'] },
    { kind: 'prose', text: intro, path: ['intro'] },
    ...questionsOf(questionnaire).flatMap((at) => [
      { kind: 'question' as const, text: at.question.title, path: [...at.path, 'title'] },
      ...hintOf(at.question.hint, at.path),
      ...choicesOf(at),
    ]),
    ...(comment === undefined
      ? []
      : [
          { kind: 'question' as const, text: comment.title, path: ['comment', 'title'] },
          ...hintOf(comment.hint, ['comment']),
        ]),
  ];
}

function hintOf(hint: Text | undefined, path: Path): readonly TextAt[] {
  return hint === undefined ? [] : [{ kind: 'prose', text: hint, path: [...path, 'hint'] }];
}
