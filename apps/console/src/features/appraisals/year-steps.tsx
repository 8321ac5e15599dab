import type { ReactNode } from 'react';
import type { OwnYear } from '../../api/own-year.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Clause } from '../../parts/clause.js';
import { Due } from '../../parts/due.js';
import './year.css';
import { yearTexts } from './year-texts.js';

type Step = OwnYear['steps'][number];
const MARK = { done: 'mark good', now: 'mark', to_come: 'mark plain-mark' } as const;

/** The steps of the year in order: what is over, what runs and until when, what comes. */
export function YearSteps({ steps }: Pick<OwnYear, 'steps'>): ReactNode {
  const say = useTexts(yearTexts);
  return (
    <section className="sheet stack" aria-labelledby="year-steps">
      <h2 id="year-steps">{say('steps')}</h2>
      <ol className="plain year-steps">
        {steps.map((step) => (
          <li
            key={step.code}
            data-state={step.state}
            {...(step.state === 'now' ? { 'aria-current': 'step' } : {})}
          >
            <div className="row">
              <strong>{say(`step.${step.code}`)}</strong>
              <span className={MARK[step.state]}>{say(`state.${step.state}`)}</span>
              <When step={step} />
            </div>
            <p className="quiet">{say(`means.${step.code}`)}</p>
            {step.clause !== null && step.state !== 'done' && (
              <p className="year-clause">
                <Clause clause={step.clause} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function When({ step }: { readonly step: Step }): ReactNode {
  const say = useTexts(yearTexts);
  const { minute } = useInstants();
  const { code, state, endedAt, dueAt, workingDays } = step;
  if (state === 'now' && dueAt !== null) return <Due {...step} />;
  if (endedAt !== null) {
    return (
      <time className="quiet" dateTime={new Date(endedAt).toISOString()}>
        {say(code === 'deliver' ? 'deliveredAt' : 'endedAt', { at: minute(endedAt) })}
      </time>
    );
  }
  if (state === 'done' || workingDays === null) return null;
  return <span className="quiet">{say('gives', { count: workingDays })}</span>;
}
