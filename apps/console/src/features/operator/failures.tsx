import type { ReactNode } from 'react';
import type { ServiceState } from '../../api/operation.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { serviceTexts } from './service-texts.js';

/** Flows that did not end as they should, the latest of them by id, and what to do. */
export function Failures({
  engine: { failed, failures },
}: {
  readonly engine: NonNullable<ServiceState['engine']>;
}): ReactNode {
  const say = useTexts(serviceTexts);
  const { minute } = useInstants();
  if (failed === 0) return <p>{say('noFailures')}</p>;
  return (
    <>
      <h3>{say('failures', { count: failed })}</h3>
      <p className="quiet">{say('failuresHint')}</p>
      <div className="table-frame" tabIndex={0} role="group" aria-label={say('failures', { count: failed })}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('col.flow')}</th>
              <th scope="col">{say('col.how')}</th>
              <th scope="col">{say('col.ended')}</th>
            </tr>
          </thead>
          <tbody>
            {failures.map(({ workflowId, runId, status, closedAt }) => (
              <tr key={runId}>
                <td className="flow wrap-anywhere">{workflowId}</td>
                <td>{say(`how.${status}`)}</td>
                <td>{minute(closedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {failures.length < failed && (
        <p className="quiet">{say('latest', { shown: failures.length, count: failed })}</p>
      )}
    </>
  );
}
