import type { ReactNode } from 'react';
import type { UnitConsequences } from '../../api/decisions.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { stateTexts } from './state-texts.js';
import { unitDecisionTexts } from './unit-texts.js';
import { useResultWords } from './use-result-words.js';

/** What the law lets follow, for everybody of the unit: confirmed together with the list. */
export function OrdinaryTable({ people }: { readonly people: UnitConsequences['people'] }): ReactNode {
  const say = useTexts(unitDecisionTexts);
  const sayState = useTexts(stateTexts);
  const local = useLocalText();
  const resultWords = useResultWords();
  return (
    <section className="sheet stack" aria-labelledby="decisions-ordinary">
      <h2 id="decisions-ordinary">{say('ordinary')}</h2>
      <p className="quiet">{say('ordinaryHint')}</p>
      <div className="table-frame" tabIndex={0} role="group" aria-labelledby="decisions-ordinary">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('col.name')}</th>
              <th scope="col">{say('col.result')}</th>
              <th scope="col">{say('col.follows')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ appraisalId, name, result, ordinary }) => (
              <tr key={appraisalId}>
                <th scope="row">{name}</th>
                <td>{resultWords(result)}</td>
                <td>
                  {ordinary.length === 0 ? (
                    <span className="quiet">{say('nothing')}</span>
                  ) : (
                    <ul className="plain">
                      {ordinary.map(({ rule, title, clause, state }) => (
                        <li key={rule}>
                          {local(title)} {clause !== null && <span className="quiet">〔{clause}〕</span>}{' '}
                          <span className="mark">
                            {state === 'proposed' ? say('withList') : sayState(state)}
                          </span>
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
