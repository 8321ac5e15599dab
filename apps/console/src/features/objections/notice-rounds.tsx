import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { UnitNotice } from '../../api/objections.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useGradeWords } from '../../parts/grades.js';
import { objectionTexts } from './texts.js';

type Asked = {
  readonly notices: readonly UnitNotice[];
  readonly nameOf: (appraisalId: string) => string;
  readonly now: number;
};

/** Each notice of the unit: who was shown, until when, what came of it, and its public address. */
export function NoticeRounds({ notices, nameOf, now }: Asked): ReactNode {
  const say = useTexts(objectionTexts);
  return (
    <section className="sheet stack" aria-labelledby="objections-notices">
      <h2 id="objections-notices">{say('notices')}</h2>
      {notices.length === 0 && <p className="quiet">{say('noNotice')}</p>}
      <ul className="plain">
        {notices.toReversed().map((notice) => (
          <li key={notice.id}>
            <Round notice={notice} nameOf={nameOf} isLate={notice.endedAt === null && notice.endsAt < now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type Row = Pick<Asked, 'nameOf'> & { readonly notice: UnitNotice; readonly isLate: boolean };

function Round({ notice, nameOf, isLate }: Row): ReactNode {
  const say = useTexts(objectionTexts);
  const grade = useGradeWords();
  const { minute } = useInstants();
  const [copied, setCopied] = useState(false);
  const { round, startsAt, endsAt, endedAt, outcome, entries, objections, unanswered, address } = notice;
  const shown = entries.map((one) =>
    say('shownOne', { name: nameOf(one.appraisalId), grade: grade({ status: 'graded', grade: one.grade }) }),
  );
  return (
    <div className="task-row">
      <div className="row">
        <strong>{say('round', { round })}</strong>
        {endedAt === null ? (
          <span className={isLate ? 'mark late' : 'mark good'}>
            {say(isLate ? 'waitsForAnswers' : 'running')}
          </span>
        ) : (
          <span className={outcome === 'reopened' ? 'mark warn' : 'mark'}>
            {say(outcome === 'reopened' ? 'reopened' : 'final')}
          </span>
        )}
        {unanswered > 0 && <span className="mark late">{say('unanswered', { count: unanswered })}</span>}
      </div>
      <span>{say('period', { from: minute(startsAt), to: minute(endsAt) })}</span>
      <span>{say('shown', { names: shown.join(say('between')) })}</span>
      <span className="quiet">{say('objections', { count: objections })}</span>
      {endedAt === null && (
        <div className="row">
          <a href={address} target="_blank" rel="noreferrer">
            {say('publicPage')}
          </a>
          <Button
            size="small"
            onClick={() => {
              void navigator.clipboard?.writeText(address).then(() => setCopied(true));
            }}
          >
            {say(copied ? 'copied' : 'copy')}
          </Button>
          <span className="quiet">{say('publicHint')}</span>
        </div>
      )}
    </div>
  );
}
