import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { UnitPerson } from '../../api/cycles.js';
import type { Objection } from '../../api/objections.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useStaffNames } from '../../parts/use-staff-names.js';
import { AnswerForm } from './answer-form.js';
import { ObjectionChanges } from './objection-changes.js';
import './objections.css';
import { objectionTexts } from './texts.js';

type Asked = {
  readonly objection: Objection;
  readonly nameOf: (appraisalId: string) => string;
  readonly people: readonly UnitPerson[];
};

/** One objection: about whom, in whose words, and its answer, or the form for it. */
export function ObjectionSheet({ objection, nameOf, people }: Asked): ReactNode {
  const say = useTexts(objectionTexts);
  const { nameOf: staffOf } = useStaffNames();
  const { minute } = useInstants();
  const [answering, setAnswering] = useState(false);
  const { about, text, name, contact, channel, receivedAt, recordedBy, answer, round, changes } = objection;
  return (
    <article className="task-row" aria-label={say('one', { at: minute(receivedAt) })}>
      <div className="row">
        <strong>{about === null ? say('aboutList') : say('about', { name: nameOf(about) })}</strong>
        <span className="mark">{say('round', { round })}</span>
        {answer === null ? (
          <span className="mark late">{say('waits')}</span>
        ) : (
          <span className={answer.verdict === 'upheld' ? 'mark warn' : 'mark good'}>
            {say(`verdict.${answer.verdict}`)}
          </span>
        )}
      </div>
      <p className="wrap-anywhere objection-text">{text}</p>
      <p className="quiet wrap-anywhere">
        {name === null ? say('anonymous') : say('from', { name })}
        {contact !== null && ` · ${say('contactIs', { contact })}`}
        {' · '}
        {channel === 'in_person'
          ? say('inPerson', { at: minute(receivedAt), name: staffOf(recordedBy ?? '') })
          : say('byLink', { at: minute(receivedAt) })}
      </p>
      {answer !== null && (
        <div className="objection-answer stack">
          <p className="wrap-anywhere">
            <strong>{staffOf(answer.answeredBy)}</strong> {minute(answer.answeredAt)}
            {say('colon')}
            {answer.reason}
          </p>
          {answer.touch !== null && (
            <p>
              {say(`touched.${answer.touch}`, { names: answer.touched.map(nameOf).join(say('between')) })}
            </p>
          )}
          {answer.verdict === 'upheld' && <ObjectionChanges changes={changes} nameOf={nameOf} />}
        </div>
      )}
      {answer === null && !answering && (
        <div>
          <Button onClick={() => setAnswering(true)}>{say('answer')}</Button>
        </div>
      )}
      {answer === null && answering && (
        <AnswerForm
          objection={objection}
          nameOf={nameOf}
          people={people}
          onClose={() => setAnswering(false)}
        />
      )}
    </article>
  );
}
