import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { DragEvent, ReactNode } from 'react';
import type { ListPerson, UnitList } from '../../api/deliberation.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useGradeWords } from '../../parts/grades.js';
import type { Move, Side } from './moves.js';
import { movesTexts } from './moves-texts.js';
import { RowReasons } from './row-reasons.js';
import { calibrationTexts } from './texts.js';

export type Moving = {
  readonly to: Side;
  readonly isProposed: boolean;
  readonly onToggle: (move: Move) => void;
};
type Asked = {
  readonly person: ListPerson;
  readonly dimensions: UnitList['dimensions'];
  readonly index: number;
  readonly measure: (element: Element | null) => void;
  readonly moving: Moving | null;
};

/** One person: scores as the service gave them, the grade before and after the quota, and why. */
export function PersonRow({ person, dimensions, index, measure, moving }: Asked): ReactNode {
  const say = useTexts(calibrationTexts);
  const sayMove = useTexts(movesTexts);
  const grade = useGradeWords();
  const { appraisalId, name, place, composite, provisional, final, line } = person;
  const move = (): void => moving?.onToggle({ appraisalId, name, to: moving.to });
  return (
    <div
      role="row"
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={`calibration-person${line === null ? '' : ' calibration-near'}${moving?.isProposed === true ? ' calibration-proposed' : ''}`}
      draggable={moving !== null && !moving.isProposed}
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
        {moving !== null && (
          <Button
            size="small"
            className="no-print"
            type={moving.isProposed ? 'primary' : 'default'}
            aria-pressed={moving.isProposed}
            aria-label={sayMove('proposeOf', { name, what: sayMove(`propose.${moving.to}`) })}
            onClick={move}
          >
            {sayMove(`propose.${moving.to}`)}
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
}

/** Whether a row was let go on the other side of the line than it came from, as both lie on the screen now. */
function isOverLine({ currentTarget, clientY }: DragEvent<HTMLElement>): boolean {
  const line = currentTarget.closest('[role="table"]')?.querySelector('.calibration-line');
  if (line === null || line === undefined) return false;
  const edge = line.getBoundingClientRect().top;
  return currentTarget.getBoundingClientRect().top < edge !== clientY < edge;
}
