import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { myAppraisalsQuery } from '../../api/results.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { statusTexts } from '../../parts/status-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { GradeHistory } from './grade-history.js';
import { OwnLedger } from './own-ledger.js';
import { appraisalTexts } from './texts.js';

/** My own appraisals, the newest year first. */
export function MyAppraisalsPage(): ReactNode {
  const say = useTexts(appraisalTexts);
  const sayStatus = useTexts(statusTexts);
  const { day } = useInstants();
  const query = useQuery(myAppraisalsQuery);
  return (
    <Page title={say('mineTitle')}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="sheet">{say('none')}</p>
          ) : (
            <div className="sheet table-frame" tabIndex={0} role="group" aria-label={say('mineTitle')}>
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{say('col.year')}</th>
                    <th scope="col">{say('col.status')}</th>
                    <th scope="col">{say('col.report')}</th>
                    <th scope="col">{say('col.received')}</th>
                    <th scope="col">{say('col.signed')}</th>
                  </tr>
                </thead>
                <tbody>
                  {items
                    .toSorted((one, other) => other.year - one.year)
                    .map(({ id, year, run, status, dutyReportVersion, notifiedAt, signed }) => (
                      <tr key={id}>
                        <th scope="row">
                          <Link to="/appraisals/$appraisalId/year" params={{ appraisalId: id }}>
                            {say('year', { year })}
                          </Link>
                          {run !== 'live' && <div className="mark warn">{say('rehearsal')}</div>}
                        </th>
                        <td>{sayStatus(status)}</td>
                        <td>{say(dutyReportVersion > 0 ? 'reported' : 'notReported')}</td>
                        <td>
                          {notifiedAt === null ? (
                            say('notYet')
                          ) : (
                            <Link to="/appraisals/$appraisalId" params={{ appraisalId: id }}>
                              {day(notifiedAt)}
                            </Link>
                          )}
                        </td>
                        <td>{signed === null ? say('notYet') : say(signed ? 'signedYes' : 'signedNo')}</td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
      <GradeHistory />
      <OwnLedger />
    </Page>
  );
}
