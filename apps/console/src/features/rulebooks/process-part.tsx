import { deliberationSteps } from '@kaoji/domain/rulebook';
import type { ReactNode } from 'react';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { partTexts } from './part-texts.js';
import { useReading } from './reading.js';
import { Rule } from './rule.js';
import { useStepWords } from './step-words.js';

/** The steps and windows of a year, who decides on a list, and how a result is contested. */
export function ProcessPart(): ReactNode {
  const say = useTexts(partTexts);
  const local = useLocalText();
  const { rulebook, named, role, list } = useReading();
  const words = useStepWords();
  const { consultation, steps, collection, survey, deliberation, notice, signature, contest } =
    rulebook.process;
  const plain = deliberation.steps ?? [];
  return (
    <>
      <Rule rule={consultation} />
      <ol aria-label={say('yearSteps')}>
        {steps.map((step) => (
          <li key={step.id} id={step.id}>
            {local(step.title)} <span className="quiet">{step.clause}</span>
          </li>
        ))}
      </ol>
      <Rule rule={collection} title={say('collection')}>
        <p>
          {say('window', { count: collection.workingDays })}{' '}
          {say('reminded', {
            remind: collection.remindAfterWorkingDays,
            escalate: collection.escalateAfterWorkingDays,
          })}
        </p>
      </Rule>
      <Rule rule={survey} title={say('surveyWindow')}>
        <p>{say('window', { count: survey.workingDays })}</p>
      </Rule>
      <Rule rule={deliberation} title={say('deliberation')} />
      <div className="within">
        {deliberationSteps(rulebook).map((step, at) => (
          <Rule
            key={step.id}
            rule={{ ...step, clause: plain[at]?.clause, localChoice: plain[at]?.localChoice }}
          >
            <p>{words(step)}</p>
          </Rule>
        ))}
      </div>
      <Rule rule={notice} title={say('notice')}>
        <p>{say('noticeRule', { grades: list(notice.grades.map(named)), count: notice.workingDays })}</p>
      </Rule>
      <Rule rule={signature} title={say('signature')}>
        <p>{say('window', { count: signature.workingDays })}</p>
      </Rule>
      <Rule rule={contest} title={say('contest')}>
        <p>
          {say('contestRule', { results: list(contest.results.map(named)), count: contest.workingDays })}{' '}
          {say('contestOthers', { count: contest.othersWorkingDays })}
        </p>
        {contest.review !== undefined && (
          <p>{say('review', { role: role(contest.review.by.role), count: contest.review.workingDays })}</p>
        )}
        {contest.appeal !== undefined && (
          <p>
            {say('appeal', {
              file: contest.appeal.fileWithinWorkingDays,
              role: role(contest.appeal.by.role),
              count: contest.appeal.workingDays,
            })}
          </p>
        )}
      </Rule>
    </>
  );
}
