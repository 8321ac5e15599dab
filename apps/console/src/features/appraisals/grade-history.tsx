import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ownGradesQuery } from '../../api/own-year.js';
import { useTexts } from '../../i18n/use-texts.js';
import { outcomeTexts } from '../../parts/grade-texts.js';
import { useGradeWords } from '../../parts/grades.js';
import { Loaded } from '../../parts/loaded.js';
import { historyTexts } from './history-texts.js';

type Unquoted = Extract<keyof (typeof outcomeTexts)['zh'], string>;
const isOutcome = (code: string): code is Unquoted => code in outcomeTexts.zh;

/** My results year by year, each with where it is known from; where sources differ, all of them. */
export function GradeHistory(): ReactNode {
  const say = useTexts(historyTexts);
  const sayOutcome = useTexts(outcomeTexts);
  const grade = useGradeWords();
  const query = useQuery(ownGradesQuery);
  return (
    <section className="sheet stack" aria-labelledby="own-history">
      <h2 id="own-history">{say('history')}</h2>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say('historyNone')}</p>
          ) : (
            <div className="table-frame" tabIndex={0} role="group" aria-label={say('history')}>
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{say('col.year')}</th>
                    <th scope="col">{say('col.result')}</th>
                    <th scope="col">{say('col.source')}</th>
                    <th scope="col">{say('col.proven')}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map(({ year, result, source, reference, provenOn }) => (
                    <tr key={`${year} ${source} ${result}`}>
                      <th scope="row">{year}</th>
                      <td>
                        {isOutcome(result) ? sayOutcome(result) : grade({ status: 'graded', grade: result })}
                        {items.filter((other) => other.year === year).length > 1 && (
                          <div className="mark warn">{say('disagree')}</div>
                        )}
                      </td>
                      <td>
                        {source === 'own' && reference !== null ? (
                          <Link to="/appraisals/$appraisalId" params={{ appraisalId: reference }}>
                            {say('source.own')}
                          </Link>
                        ) : (
                          say(`source.${source}`, { reference: reference ?? '' })
                        )}
                      </td>
                      <td>
                        <time dateTime={provenOn}>{provenOn}</time>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
    </section>
  );
}
