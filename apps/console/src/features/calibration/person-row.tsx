import { Link } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import type { ListPerson, UnitList } from '../../api/deliberation.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { useGradeWords } from '../../parts/grades.js';
import { calibrationTexts } from './texts.js';

type Asked = { readonly person: ListPerson; readonly dimensions: UnitList['dimensions'] };

/** One person: scores as the service gave them, the grade before and after the quota, and why. */
export const PersonRow = memo(function PersonRow({ person, dimensions }: Asked): ReactNode {
  const say = useTexts(calibrationTexts);
  const local = useLocalText();
  const grade = useGradeWords();
  const { appraisalId, name, place, composite, provisional, final, why, clause, line, flags } = person;
  const { needsPeople, acknowledged } = person;
  return (
    <div role="row" className={line === null ? 'calibration-person' : 'calibration-person calibration-near'}>
      <span role="cell" className="number">
        {place}
      </span>
      <span role="rowheader">
        <Link to="/appraisals/$appraisalId" params={{ appraisalId }}>
          {name}
        </Link>
      </span>
      {dimensions.map(({ id }) => (
        <span key={id} role="cell" className="number">
          {person.dimensions[id] ?? '—'}
        </span>
      ))}
      <strong role="cell" className="number">
        {composite ?? '—'}
      </strong>
      <span role="cell">{grade(provisional)}</span>
      <span role="cell">
        {grade(final)}
        {provisional.grade !== final.grade && (
          <>
            {' '}
            <span className="mark warn">{say('byQuota')}</span>
          </>
        )}
      </span>
      <span role="cell">
        {line !== null && <span className="mark">{say(`side.${line.side}`)}</span>} {local(line?.why ?? why)}
        {clause !== null && line === null && <span className="quiet"> 〔{clause}〕</span>}
        {flags.map((flag) => (
          <span key={flag.code} className="quiet">
            {' '}
            {local(flag.why)}
          </span>
        ))}
        {needsPeople.length > 0 && acknowledged === null && (
          <>
            {' '}
            <span className="mark late">{say('needsPeople')}</span>
          </>
        )}
        {acknowledged !== null && <span> {say('acknowledged', { reason: acknowledged })}</span>}
      </span>
    </div>
  );
});
