import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { UnitConsequences } from '../../api/decisions.js';
import type { UnitAddress } from '../../api/unit-people.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { Clause } from '../../parts/clause.js';
import { stateTexts } from './state-texts.js';
import { unitDecisionTexts } from './unit-texts.js';

type Asked = { readonly address: UnitAddress; readonly people: UnitConsequences['people'] };

/** Everything that hurts somebody, or an office may do, each behind its own gate. */
export function HurtingList({ address, people }: Asked): ReactNode {
  const say = useTexts(unitDecisionTexts);
  const sayState = useTexts(stateTexts);
  const local = useLocalText();
  const rows = people.flatMap((person) => person.hurting.map((one) => ({ person, one })));
  return (
    <section className="sheet stack" aria-labelledby="decisions-hurting">
      <h2 id="decisions-hurting">{say('hurting')}</h2>
      <p className="quiet">{say('hurtingHint')}</p>
      {rows.length === 0 && <p>{say('noHurting')}</p>}
      <ul className="plain">
        {rows.map(({ person: { appraisalId, name }, one }) => (
          <li key={`${appraisalId} ${one.rule}`}>
            <div className="task-row">
              <div className="row">
                <Link to="/decisions/$cycleId/$unitId/$appraisalId" params={{ ...address, appraisalId }}>
                  <strong>{say('whoWhat', { name, what: local(one.title) })}</strong>
                </Link>
                <span className={one.state === 'proposed' ? 'mark warn' : 'mark'}>{sayState(one.state)}</span>
                {one.state === 'proposed' && (
                  <span className={one.gateOpen ? 'mark good' : 'mark late'}>
                    {one.gateOpen ? say('gateOpen') : say('gateClosed', { count: one.missing.length })}
                  </span>
                )}
                {one.carriedOutAs !== 'as_written' && (
                  <span className="mark">{say(`as.${one.carriedOutAs}`)}</span>
                )}
              </div>
              {one.clause !== null && <Clause clause={one.clause} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
