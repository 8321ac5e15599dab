import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { panelReportQuery } from '../../api/panel-reports.js';
import type { Panel } from '../../api/panels.js';
import { codeOf } from '../../api/problem.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { nameOf } from './names.js';
import { panelTexts } from './texts.js';

/** How members marked next to each other, once no mark is secret; exact numbers from the service. */
export function PanelReport({ panel: { id, blind } }: { readonly panel: Panel }): ReactNode {
  const say = useTexts(panelTexts);
  const query = useQuery({ ...panelReportQuery(id), enabled: !blind });
  return (
    <div className="stack" style={{ gap: '0.25rem' }}>
      <h3>{say('report')}</h3>
      {blind || codeOf(query.error) === 'PANEL_BLIND' ? (
        <p className="quiet">{say('reportBlind')}</p>
      ) : (
        <Loaded query={query}>
          {({ raters, people }) =>
            raters.length === 0 ? (
              <p className="quiet">{say('noMarks')}</p>
            ) : (
              <>
                <p className="quiet">{say('reportHint')}</p>
                <div className="table-frame" tabIndex={0} role="group" aria-label={say('report')}>
                  <table className="table">
                    <thead>
                      <tr>
                        <th scope="col">{say('col.rater')}</th>
                        {(['leniency', 'spread', 'range', 'marks'] as const).map((column) => (
                          <th key={column} scope="col" className="number">
                            {say(`col.${column}`)}
                          </th>
                        ))}
                      </tr>
                    </thead>
                    <tbody>
                      {raters.map(({ rater, leniency, spread, lowest, highest, marks, sameForAll }) => (
                        <tr key={rater}>
                          <th scope="row">
                            {nameOf(people, rater)}{' '}
                            {sameForAll && <span className="mark warn">{say('sameForAll')}</span>}
                          </th>
                          <td className="number">{leniency ?? '—'}</td>
                          <td className="number">{spread}</td>
                          <td className="number">{say('range', { lowest, highest })}</td>
                          <td className="number">{marks}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              </>
            )
          }
        </Loaded>
      )}
    </div>
  );
}
