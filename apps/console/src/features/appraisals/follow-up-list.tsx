import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { followUpQuery, type ImprovementPlan } from '../../api/follow-up.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { yearTexts } from './year-texts.js';

/** What I am to improve by when, how far it is, and the talks held with me. */
export function FollowUpList({ appraisalId }: { readonly appraisalId: string }): ReactNode {
  const say = useTexts(yearTexts);
  const query = useQuery(followUpQuery(appraisalId));
  return (
    <section className="sheet stack" aria-labelledby="year-follow-up">
      <h2 id="year-follow-up">{say('followUp')}</h2>
      <Loaded query={query}>
        {({ plans, talks }) => (
          <>
            {plans.length + talks.length === 0 && <p className="quiet">{say('noFollowUp')}</p>}
            {plans.map((plan) => (
              <Plan key={plan.id} plan={plan} />
            ))}
            {talks.length > 0 && (
              <ul className="plain">
                {talks.map(({ id, kind, heldOn, summary, reply }) => (
                  <li key={id} className="task-row">
                    <div className="row">
                      <strong>{say(`talk.${kind}`)}</strong>
                      <time dateTime={heldOn}>{heldOn}</time>
                    </div>
                    <p className="wrap-anywhere">{summary}</p>
                    {reply !== null && <p className="quiet wrap-anywhere">{say('reply', { reply })}</p>}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Plan({ plan: { steps, acts, dueAt, ended } }: { readonly plan: ImprovementPlan }): ReactNode {
  const say = useTexts(yearTexts);
  const { day } = useInstants();
  const end = acts.find(({ step }) => step === -1);
  return (
    <div className="stack">
      <div className="row">
        <h3>{say('plan')}</h3>
        <span className={ended ? 'mark good' : 'mark warn'}>{say(ended ? 'planEnded' : 'planOpen')}</span>
        <time dateTime={new Date(dueAt).toISOString()}>{say('planDue', { at: day(dueAt) })}</time>
      </div>
      <ol>
        {steps.map((step, at) => {
          const done = acts.find((act) => act.step === at);
          return (
            // Steps have no name of their own and never change places.
            <li key={at}>
              <div className="wrap-anywhere">{step}</div>
              <div className="quiet wrap-anywhere">
                {done === undefined ? say('stepOpen') : say('stepDone', { note: done.note })}
              </div>
            </li>
          );
        })}
      </ol>
      {end !== undefined && end.outcome !== 'done' && (
        <p className="wrap-anywhere">
          <strong>{say(`outcome.${end.outcome}`)}</strong> {end.note}
        </p>
      )}
    </div>
  );
}
