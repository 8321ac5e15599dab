import { useId, type ReactNode } from 'react';
import type { SurveyCount } from '../../api/ballot-boxes.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { shareOf } from './bar.js';
import { countTexts } from './count-texts.js';

type Question = SurveyCount['count']['community'][number];

/** Questions with a bar an answer; what is hidden says so in its place. */
export function CountQuestions({
  questions,
  k,
}: {
  readonly questions: readonly Question[];
  readonly k: number;
}): ReactNode {
  return (
    <>
      {questions.map((question) => (
        <CountQuestion key={question.questionId} question={question} k={k} />
      ))}
    </>
  );
}

function CountQuestion({ question, k }: { readonly question: Question; readonly k: number }): ReactNode {
  const say = useTexts(countTexts);
  const local = useLocalText();
  const title = useId();
  const { answered, cells } = question;
  return (
    <div className="survey-question">
      <p className="row spread">
        <strong id={title}>{local(question.title)}</strong>
        <span className="quiet">
          {answered === null ? say('fewAnswered', { k }) : say('answered', { count: answered })}
        </span>
      </p>
      {answered !== null && (
        <ul className="plain" aria-labelledby={title}>
          {cells.map(({ value, title: name, count }) => (
            <li key={value} className="survey-cell">
              <span>{local(name)}</span>
              {count === null ? (
                <span aria-hidden="true" />
              ) : (
                <div className="survey-bar-track" aria-hidden="true">
                  <div className="survey-bar-fill" style={{ width: shareOf(count, answered) }} />
                </div>
              )}
              <span className={count === null ? 'quiet' : undefined}>
                {count === null ? say('hidden') : say('cellOf', { count, of: answered })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
