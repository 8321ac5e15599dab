import type { ReactNode } from 'react';
import type { UnitList } from '../../api/deliberation.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useGradeWords } from '../../parts/grades.js';
import { calibrationTexts } from './texts.js';

type Side = UnitList['changes'][number]['before'];

/** What this round says beside the round before: of whom, and whether their evidence or only the line moved. */
export function RoundChanges({ list: { round, changes, people } }: { readonly list: UnitList }): ReactNode {
  const say = useTexts(calibrationTexts);
  const words = useGradeWords();
  if (round === 1) return null;
  const nameOf = new Map(people.map(({ appraisalId, name }) => [appraisalId, name]));
  const grade = (side: Side): string =>
    side === null ? say('notOnList') : words({ status: 'graded', grade: side.grade });
  return (
    <section className="sheet stack" aria-labelledby="calibration-changes">
      <h2 id="calibration-changes">{say('changes', { before: round - 1, round })}</h2>
      {changes.length === 0 ? (
        <p className="quiet">{say('noChanges')}</p>
      ) : (
        <div className="table-frame" tabIndex={0} role="group" aria-labelledby="calibration-changes">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say('col.name')}</th>
                <th scope="col" className="number">
                  {say('col.compositeBefore')}
                </th>
                <th scope="col" className="number">
                  {say('col.compositeAfter')}
                </th>
                <th scope="col">{say('col.gradeBefore')}</th>
                <th scope="col">{say('col.gradeAfter')}</th>
                <th scope="col">{say('col.cause')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ appraisalId, before, after, cause }) => (
                <tr key={appraisalId}>
                  <th scope="row">{nameOf.get(appraisalId) ?? say('notOnList')}</th>
                  <td className="number">{before?.composite ?? '—'}</td>
                  <td className="number">{after?.composite ?? '—'}</td>
                  <td>{grade(before)}</td>
                  <td>{grade(after)}</td>
                  <td>{say(`cause.${cause}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
