import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { UnitList } from '../../api/deliberation.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { useGradeWords } from '../../parts/grades.js';
import { listTexts } from './list-texts.js';
import './list.css';

const ROUNDINGS = ['floor', 'ceil', 'half_up', 'largest_remainder'] as const;

/** Who is on the list, with the reason each stands where they stand. */
export function ListPeople({ list: { sheet, people } }: { readonly list: UnitList }): ReactNode {
  const say = useTexts(listTexts);
  const local = useLocalText();
  const grade = useGradeWords();
  const rounding = ROUNDINGS.find((one) => one === sheet.rounding);
  return (
    <>
      <p className="quiet">
        {say('quota', {
          ...{ seats: sheet.seats, base: sheet.base, cap: sheet.cap, exact: sheet.exactSeats },
          rounding: rounding === undefined ? sheet.rounding : say(`rounding.${rounding}`),
        })}
        {sheet.capClause !== null && ` 〔${sheet.capClause}〕`}
      </p>
      <div className="table-frame" tabIndex={0} role="group" aria-labelledby="list-people">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('col.name')}</th>
              <th scope="col" className="number">
                {say('col.composite')}
              </th>
              <th scope="col">{say('col.provisional')}</th>
              <th scope="col">{say('col.final')}</th>
              <th scope="col">{say('col.why')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ appraisalId, name, composite, provisional, final, why, line, ...more }) => (
              <tr key={appraisalId}>
                <th scope="row">
                  <Link to="/appraisals/$appraisalId" params={{ appraisalId }}>
                    {name}
                  </Link>
                </th>
                <td className="number">{composite ?? '—'}</td>
                <td>{grade(provisional)}</td>
                <td>
                  {grade(final)}
                  {provisional.grade !== final.grade && (
                    <div>
                      <span className="mark warn">{say('changed')}</span>
                    </div>
                  )}
                </td>
                <td>
                  {local(line === null ? why : line.why)}
                  {more.needsPeople.length > 0 &&
                    (more.acknowledged === null ? (
                      <div>
                        <span className="mark late">{say('needsPeople')}</span>
                      </div>
                    ) : (
                      <div>{say('acknowledged', { reason: more.acknowledged })}</div>
                    ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
