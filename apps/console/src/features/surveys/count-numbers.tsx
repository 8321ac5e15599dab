import type { ReactNode } from 'react';
import type { SurveyCount } from '../../api/ballot-boxes.js';
import { useTexts } from '../../i18n/use-texts.js';
import { countTexts } from './count-texts.js';
import { stratumTexts } from './state-texts.js';

const REASONS = ['unreadable', 'not_offered', 'required_missing', 'blank'] as const;

/** What came and what counts of it, as a whole and by stratum, and why the rest does not. */
export function CountNumbers({ counted: { count, shown } }: { readonly counted: SurveyCount }): ReactNode {
  const say = useTexts(countTexts);
  const { received, valid, invalid, invalidReasons, response, sample, assisted } = count;
  const numbers = [
    ['received', received],
    ['valid', valid],
    ['invalid', invalid],
    ['issued', response.issued],
    ['ofIssued', shown.ofIssued ?? '—'],
    ['population', response.population ?? say('unknown')],
    ['ofPopulation', shown.ofPopulation ?? '—'],
    ['assisted', `${assisted.valid}${shown.assistedShare === null ? '' : ` · ${shown.assistedShare}`}`],
  ] as const;
  const verdict = sample.valid ? 'sample.valid' : (`sample.${sample.reason ?? 'too_few'}` as const);
  return (
    <section className="sheet stack" aria-labelledby="count-numbers">
      <h2 id="count-numbers">{say('numbers')}</h2>
      <p>
        <span className={sample.valid ? 'mark good' : 'mark late'}>n = {sample.n}</span> {say(verdict)}
      </p>
      <dl className="survey-numbers">
        {numbers.map(([what, value]) => (
          <div key={what}>
            <dt>{say(what)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {invalid === 0 ? (
        <p className="quiet">{say('noInvalid')}</p>
      ) : (
        <div>
          <p>{say('invalidHint')}</p>
          <ul>
            {REASONS.filter((reason) => invalidReasons[reason] > 0).map((reason) => (
              <li key={reason}>
                {say(`reason.${reason}`)} · {invalidReasons[reason]}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Strata count={count} />
    </section>
  );
}

function Strata({ count: { strata } }: { readonly count: SurveyCount['count'] }): ReactNode {
  const say = useTexts(countTexts);
  const sayStratum = useTexts(stratumTexts);
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={say('byStratum')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say('stratum')}</th>
            {(['population', 'issued', 'received', 'valid'] as const).map((column) => (
              <th key={column} scope="col" className="number">
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {strata.map(({ stratum, population, issued, received, valid }) => (
            <tr key={stratum}>
              <th scope="row">{sayStratum(stratum)}</th>
              <td className="number">{population ?? '—'}</td>
              <td className="number">{issued}</td>
              <td className="number">{received}</td>
              <td className="number">{valid}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
