import type { ReactNode } from 'react';
import type { Contest } from '../../api/contests.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Due } from '../../parts/due.js';
import './contests.css';
import { contestTexts } from './texts.js';
import { stepsOf } from './contest-steps.js';

/** Where a contest stands, what comes next and until when. */
export function Standing({ contest }: { readonly contest: Contest }): ReactNode {
  const say = useTexts(contestTexts);
  const { minute } = useInstants();
  const { status, stage, grounds, filedAt, outcome, changed } = contest;
  return (
    <section className="sheet stack" aria-labelledby="contest-standing">
      <div className="row">
        <h2 id="contest-standing">{say(`stage.${stage}`)}</h2>
        <span className="mark">{say(`status.${status}`)}</span>
        {outcome !== null && (
          <span className={outcome === 'changed' ? 'mark good' : 'mark'}>{say(`outcome.${outcome}`)}</span>
        )}
        {changed && outcome !== 'changed' && <span className="mark good">{say('wasChanged')}</span>}
      </div>
      <p>{say(`means.${status}`)}</p>
      <Clock contest={contest} />
      <ol className="plain contest-steps">
        {stepsOf(contest).map(({ code, state }) => (
          <li key={code} data-state={state} {...(state === 'now' ? { 'aria-current': 'step' } : {})}>
            <strong>{say(`step.${code}`)}</strong>
            <span className="quiet">{say(`stepState.${state}`)}</span>
          </li>
        ))}
      </ol>
      <dl className="facts">
        <dt>{say('filed')}</dt>
        <dd>{minute(filedAt)}</dd>
        <dt>{say('grounds')}</dt>
        <dd className="contest-words">{grounds}</dd>
      </dl>
      <p className="quiet">{say('neverWorse')}</p>
    </section>
  );
}

function Clock({ contest }: { readonly contest: Contest }): ReactNode {
  const { status, dueAt, dueDaysLeft, appealUntil, appealDaysLeft, stage } = contest;
  const now = Date.now();
  if (status === 'in_review' || status === 'sent_back') {
    return <Due dueAt={dueAt} overdue={(dueAt ?? now) < now} workingDaysLeft={dueDaysLeft} />;
  }
  if (status !== 'appealable' || stage !== 'review' || appealUntil === null) return null;
  return <Due dueAt={appealUntil} overdue={appealUntil < now} workingDaysLeft={appealDaysLeft} />;
}
