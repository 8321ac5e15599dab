import type { CSSProperties, ReactNode } from 'react';
import type { UnitList } from '../../api/deliberation.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import './calibration.css';
import { PersonRow } from './person-row.js';
import { tableRows, type Shown } from './quota-line.js';
import { calibrationTexts } from './texts.js';

/** Everybody on the list by place, with the line under the last seat. */
export function CalibrationTable({
  list,
  shown,
}: {
  readonly list: UnitList;
  readonly shown: Shown;
}): ReactNode {
  const say = useTexts(calibrationTexts);
  const local = useLocalText();
  const rows = tableRows(list, shown);
  const { dimensions, sheet } = list;
  if (rows.length === 0) return <p className="quiet">{say(shown === 'all' ? 'nobody' : 'nobodyShown')}</p>;
  const style = { '--dimensions': dimensions.length } as CSSProperties;
  return (
    <div className="calibration-frame" tabIndex={0} role="group" aria-label={say('table')}>
      <div
        className="calibration"
        role="table"
        aria-label={say('table')}
        aria-rowcount={rows.length + 1}
        style={style}
      >
        <div role="rowgroup" className="calibration-head">
          <div role="row">
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
        <div role="rowgroup">
          {rows.map((row) =>
            row.kind === 'line' ? (
              <div key="line" role="row" className="calibration-line">
                <span role="cell">
                  <span>{say('lineHere', { seats: sheet.seats })}</span>
                </span>
              </div>
            ) : (
              <PersonRow key={row.person.appraisalId} person={row.person} dimensions={dimensions} />
            ),
          )}
        </div>
      </div>
    </div>
  );
}
