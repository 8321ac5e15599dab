import type { ReactNode } from 'react';
import type { Gate } from '../../api/decisions.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { Clause } from '../../parts/clause.js';
import { personTexts } from './person-texts.js';
import { stateTexts } from './state-texts.js';

/** One consequence that hurts: what it needs on record, what is there, and what the law sets against it. */
export function GateCard({
  gate,
  children,
}: {
  readonly gate: Gate;
  readonly children?: ReactNode;
}): ReactNode {
  const say = useTexts(personTexts);
  const sayState = useTexts(stateTexts);
  const local = useLocalText();
  const { title, clause, force, state, open, conditions, bars, carriedOutAs } = gate;
  return (
    <div className="gate-card stack">
      <div className="row">
        <h3>{local(title)}</h3>
        <span className={state === 'proposed' ? 'mark warn' : 'mark'}>{sayState(state)}</span>
        {force === 'may' && <span className="mark">{say('may')}</span>}
        {state === 'proposed' && (
          <span className={open ? 'mark good' : 'mark late'}>{say(open ? 'open' : 'closed')}</span>
        )}
      </div>
      {clause !== null && <Clause clause={clause} />}
      {carriedOutAs !== 'as_written' && <p>{say(`as.${carriedOutAs}`)}</p>}
      <ul className="gate-conditions">
        {conditions.map(({ record, title: needed, met, by, why }) => (
          <li key={record}>
            <span className={met ? 'mark good' : 'mark late'}>{say(met ? 'met' : 'missing')}</span>{' '}
            {local(needed)}
            {by === 'system' && <span className="quiet"> · {say('bySystem')}</span>}
            {why !== null && <div className="quiet">{local(why)}</div>}
          </li>
        ))}
        {bars.map(({ code, clause: bar, why }) => (
          <li key={code}>
            <span className="mark late">{say('barred')}</span> {local(why)}{' '}
            <span className="quiet">〔{bar}〕</span>
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
