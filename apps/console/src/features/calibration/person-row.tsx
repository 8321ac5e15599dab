import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { memo, type DragEvent, type ReactNode } from 'react';
import type { ListPerson, UnitList } from '../../api/deliberation.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useGradeWords } from '../../parts/grades.js';
import type { Move, Side } from './moves.js';
import { movesTexts } from './moves-texts.js';
import { RowReasons } from './row-reasons.js';
import { calibrationTexts } from './texts.js';

type Asked = {
  readonly person: ListPerson;
  readonly dimensions: UnitList['dimensions'];
  readonly index: number;
  readonly measure: (element: Element | null) => void;
  /** Where a move would take this person, where I may propose any. */
  readonly to: Side | null;
  readonly isProposed: boolean;
  readonly onToggle: (move: Move) => void;
};

/**
 * One person: scores as the service gave them, the grade before and after the quota, and why.
 * While a long table is scrolled only rows that come into view are drawn: the others are given what they had.
 */
export const PersonRow = memo(function PersonRow(asked: Asked): ReactNode {
  const { person, dimensions, index, measure, to, isProposed, onToggle } = asked;
  const say = useTexts(calibrationTexts);
  const sayMove = useTexts(movesTexts);
  const grade = useGradeWords();
  const { appraisalId, name, place, composite, provisional, final, line } = person;
  const move = (): void => {
    if (to !== null) onToggle({ appraisalId, name, to });
  };
  return (
    <div
      role="row"
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={`calibration-person${line === null ? '' : ' calibration-near'}${isProposed ? ' calibration-proposed' : ''}`}
      draggable={to !== null && !isProposed}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', name)}
      // Let go anywhere: what counts is whether it was carried over the line.
      onDragEnd={(event) => isOverLine(event) && move()}
    >
      <span role="cell" className="number">
        {place}
      </span>
      <span role="rowheader">
        <Link to="/appraisals/$appraisalId" params={{ appraisalId }} draggable={false}>
          {name}
        </Link>
        {to !== null && (
          <Button
            size="small"
            className="no-print"
            type={isProposed ? 'primary' : 'default'}
            aria-pressed={isProposed}
            aria-label={sayMove('proposeOf', { name, what: sayMove(`propose.${to}`) })}
            onClick={move}
          >
            {sayMove(`propose.${to}`)}
          </Button>
        )}
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
        <RowReasons person={person} />
      </span>
    </div>
  );
});

/** Whether a row was let go on the other side of the line than it came from, as both lie on the screen now. */
function isOverLine({ currentTarget, clientY }: DragEvent<HTMLElement>): boolean {
  const line = currentTarget.closest('[role="table"]')?.querySelector('.calibration-line');
  if (line === null || line === undefined) return false;
  const edge = line.getBoundingClientRect().top;
  return currentTarget.getBoundingClientRect().top < edge !== clientY < edge;
}
