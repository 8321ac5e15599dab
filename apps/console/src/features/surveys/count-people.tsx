import type { ReactNode } from 'react';
import type { SurveyCount } from '../../api/ballot-boxes.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { Clause } from '../../parts/clause.js';
import { CountQuestions } from './count-questions.js';
import { countTexts } from './count-texts.js';
import { RateScale } from './rate-scale.js';

type Asked = Pick<SurveyCount, 'count' | 'shown'>;

/** Each person's rate with its interval on one scale, the lines the rulebook draws, and who lies across one. */
export function CountPeople({ count, shown }: Asked): ReactNode {
  const say = useTexts(countTexts);
  const local = useLocalText();
  const weights = shown.people.some(({ weighted }) => weighted !== null);
  const others = count.people.some(({ questions }) => questions.length > 0);
  const nameOf = (at: number): string => shown.people[at]?.name ?? say('nth', { n: at + 1 });
  return (
    <section className="sheet stack" aria-labelledby="count-people">
      <h2 id="count-people">{say('people')}</h2>
      {count.people.length === 0 ? (
        <p>{say('noPeople')}</p>
      ) : (
        <>
          <p className="quiet">{say('peopleHint')}</p>
          {weights && <p className="quiet">{say('weightedHint')}</p>}
          <PeopleTable count={count} shown={shown} weights={weights} nameOf={nameOf} />
          {shown.lines.map(({ at, title, clause }) => (
            <p key={`${at} ${title.zh}`} className="row">
              <span className="survey-dash" aria-hidden="true" />
              <span>
                {say('line', { at })} · {local(title)}
              </span>
              {clause !== null && <Clause clause={clause} />}
            </p>
          ))}
          {shown.people.some(({ nearLine }) => nearLine) && <p>{say('nearLineHint')}</p>}
          {others && (
            <details>
              <summary>{say('morePeople')}</summary>
              {count.people.map(({ appraisalId, questions }, at) => (
                <div key={appraisalId} className="stack survey-person">
                  <h3>{nameOf(at)}</h3>
                  <CountQuestions questions={questions} k={count.suppression.cells} />
                </div>
              ))}
            </details>
          )}
        </>
      )}
    </section>
  );
}

type Table = Asked & { readonly weights: boolean; readonly nameOf: (at: number) => string };

function PeopleTable({ count, shown, weights, nameOf }: Table): ReactNode {
  const say = useTexts(countTexts);
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={say('people')}>
      <table className="table survey-people">
        <thead>
          <tr>
            <th scope="col">{say('person')}</th>
            <th scope="col" className="number">
              {say('satisfied')}
            </th>
            <th scope="col" className="number">
              {say('rate')}
            </th>
            <th scope="col">
              {say('interval')}
              <div className="survey-axis" aria-hidden="true">
                <span>0%</span>
                <span>50%</span>
                <span>100%</span>
              </div>
            </th>
            {weights && (
              <th scope="col" className="number">
                {say('weighted')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {count.people.map(({ appraisalId, satisfied, valid }, at) => {
            const { rate, weighted, nearLine } = shown.people[at] ?? { rate: null, weighted: null };
            return (
              <tr key={appraisalId} className="survey-person">
                <th scope="row">
                  {nameOf(at)}
                  {nearLine === true && (
                    <div>
                      <span className="mark warn survey-say">{say('nearLine')}</span>
                    </div>
                  )}
                </th>
                <td className="number">{say('cellOf', { count: satisfied, of: valid })}</td>
                <td className="number">{rate?.at ?? '—'}</td>
                <td className="survey-rate">
                  {rate === null ? (
                    <span className="quiet">{say('tooFew', { k: count.suppression.cells })}</span>
                  ) : (
                    <RateScale rate={rate} lines={shown.lines} />
                  )}
                </td>
                {weights && (
                  <td className="number">
                    {weighted === null ? '—' : `${weighted.at} (${weighted.low}–${weighted.high})`}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
