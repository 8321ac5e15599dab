import type { ReactNode } from 'react';
import type { Result } from '../../api/results.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { Clause } from '../../parts/clause.js';
import { appraisalTexts } from './texts.js';

/** What follows from the grade: each with its clause, where it stands, and what must be on record first. */
export function Consequences({
  result: { evaluation, consequences },
}: {
  readonly result: Result;
}): ReactNode {
  const say = useTexts(appraisalTexts);
  const local = useLocalText();
  const stateOf = new Map(consequences.map(({ rule, state }) => [rule, state]));
  return (
    <section className="sheet stack" aria-labelledby="result-consequences">
      <h2 id="result-consequences">{say('consequences')}</h2>
      {evaluation.consequences.length === 0 && <p className="quiet">{say('noConsequences')}</p>}
      <ul className="plain">
        {evaluation.consequences.map(({ rule, title, clause, adverse, force, gate }) => {
          const state = stateOf.get(rule);
          return (
            <li key={rule}>
              <div className="task-row">
                <div className="row">
                  <strong>{local(title)}</strong>
                  {adverse && <span className="mark late">{say('adverse')}</span>}
                  <span className="mark">
                    {say(state === undefined ? `force.${force}` : `state.${state}`)}
                  </span>
                </div>
                {clause !== null && <Clause clause={clause} />}
                {gate !== null && gate.requires.length > 0 && (
                  <div className="quiet">
                    {say('needs')}
                    <ul>
                      {gate.requires.map(({ record, title: needed }) => (
                        <li key={record}>{local(needed)}</li>
                      ))}
                    </ul>
                  </div>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
