import type { ReactNode } from 'react';
import type { Approval } from '../../api/acts.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { listTexts } from './list-texts.js';
import './list.css';
import { nameIn } from '../../parts/name-in.js';

const SEAT_STATES = [
  'waiting',
  'approved',
  'rejected',
  'abstained',
  'given_back',
  'recused',
  'gone',
] as const;

/** The steps a list goes through, who sits in each, and where it is now. */
export function ApprovalSteps({ approval }: { readonly approval: Approval }): ReactNode {
  const say = useTexts(listTexts);
  const { minute } = useInstants();
  const { steps, seats, step: current, status, round, escalated, escalateAt, challenges } = approval;
  const nameOf = nameIn(approval);
  const stateOf = (state: string): string => {
    const known = SEAT_STATES.find((one) => one === state);
    return known === undefined ? state : say(`seat.${known}`);
  };
  return (
    <section className="sheet stack" aria-labelledby="list-steps">
      <div className="row">
        <h2 id="list-steps">{say('steps')}</h2>
        <span className="mark">{say('round', { round })}</span>
        <span className={status === 'approved' ? 'mark good' : 'mark'}>{say(`status.${status}`)}</span>
        {status === 'open' && (
          <span className={escalated ? 'mark late' : 'quiet'}>
            {escalated ? say('escalated') : say('escalatesAt', { at: minute(escalateAt) })}
          </span>
        )}
      </div>
      {challenges.length > 0 && <p className="mark warn">{say('challenged')}</p>}
      <ol className="steps">
        {steps.map(({ id, many, seats: planned }) => {
          const isHere = status === 'open' && id === current;
          return (
            <li key={id} aria-current={isHere ? 'step' : undefined}>
              <div className="row">
                <h3 className="wrap-anywhere">{id}</h3>
                {isHere && <span className="mark">{say('here')}</span>}
              </div>
              <p className="quiet">{say(`mode.${many.mode}`)}</p>
              <ul className="plain">
                {isHere
                  ? seats.map((seat) => (
                      <li key={seat.id}>
                        {nameOf(seat.holder)} · {stateOf(seat.state)}
                        {seat.claimedBy !== null &&
                          ` · ${say('claimedBy', { name: nameOf(seat.claimedBy) })}`}
                      </li>
                    ))
                  : planned.map(({ holder }) => <li key={holder}>{nameOf(holder)}</li>)}
              </ul>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
