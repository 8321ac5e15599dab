import { useRef, type CSSProperties, type ReactNode } from 'react';
import type { UnitList } from '../../api/deliberation.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import './calibration.css';
import type { Move } from './moves.js';
import { PersonRow } from './person-row.js';
import { tableRows, type Shown } from './quota-line.js';
import { calibrationTexts } from './texts.js';
import { WindowedRows } from './windowed-rows.js';

type Asked = {
  readonly list: UnitList;
  readonly shown: Shown;
  /** Part of a name; empty: everybody. */
  readonly named: string;
  /** What moves are proposed, where I may propose any. */
  readonly moves: readonly Move[] | null;
  readonly onToggle: (move: Move) => void;
};

/** Everybody on the list by place, with the line under the last seat. */
export function CalibrationTable({ list, shown, named, moves, onToggle }: Asked): ReactNode {
  const say = useTexts(calibrationTexts);
  const local = useLocalText();
  const frame = useRef<HTMLDivElement>(null);
  const rows = tableRows(list, shown).filter(
    (row) => row.kind === 'line' || row.person.name.includes(named.trim()),
  );
  const { dimensions, sheet } = list;
  if (!rows.some(({ kind }) => kind === 'person'))
    return <p className="quiet">{say(shown === 'all' && named.trim() === '' ? 'nobody' : 'nobodyShown')}</p>;
  const awarded = new Set(sheet.awarded);
  const proposed = new Set(moves?.map(({ appraisalId }) => appraisalId));
  const style = { '--dimensions': dimensions.length } as CSSProperties;
  return (
    <div className="calibration-frame" ref={frame} tabIndex={0} role="group" aria-label={say('table')}>
      <div
        className="calibration"
        role="table"
        aria-label={say('table')}
        aria-rowcount={rows.length + 1}
        style={style}
      >
        <div role="rowgroup" className="calibration-head">
          <div role="row" aria-rowindex={1}>
            <span role="columnheader" className="number">
              {say('col.place')}
            </span>
            <span role="columnheader">{say('col.name')}</span>
            {dimensions.map(({ id, title }) => (
              <span key={id} role="columnheader" className="number">
                {local(title)}
              </span>
            ))}
            <span role="columnheader" className="number">
              {say('col.composite')}
            </span>
            <span role="columnheader">{say('col.provisional')}</span>
            <span role="columnheader">{say('col.final')}</span>
            <span role="columnheader">{say('col.why')}</span>
          </div>
        </div>
        <WindowedRows
          rows={rows}
          frame={frame}
          keyOf={(row) => (row.kind === 'line' ? 'line' : row.person.appraisalId)}
        >
          {(row, index, measure) =>
            row.kind === 'line' ? (
              <div
                key="line"
                ref={measure}
                role="row"
                aria-rowindex={index + 2}
                data-index={index}
                className="calibration-line"
              >
                <span role="cell">
                  <span>{say('lineHere', { seats: sheet.seats })}</span>
                </span>
              </div>
            ) : (
              <PersonRow
                key={row.person.appraisalId}
                measure={measure}
                index={index}
                person={row.person}
                dimensions={dimensions}
                to={moves === null ? null : awarded.has(row.person.appraisalId) ? 'out' : 'in'}
                isProposed={proposed.has(row.person.appraisalId)}
                onToggle={onToggle}
              />
            )
          }
        </WindowedRows>
      </div>
    </div>
  );
}
