import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { ArchiveState } from '../../api/operation.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { operatorTexts } from './texts.js';

const HOUR_MS = 3_600_000;
/** Of a backlog the first are enough: they are the most urgent. */
const SHOWN = 100;

/** What the archive lacks and what differs on replay, with what to do about it. */
export function ArchiveGaps({ state }: { readonly state: ArchiveState }): ReactNode {
  const say = useTexts(operatorTexts);
  const { configured, retentionMs, closed, near, gaps, failed } = state;
  return (
    <>
      {!configured && <Alert type="warning" showIcon title={say('notConfigured')} />}
      <dl className="facts">
        <dt>{say('retention')}</dt>
        <dd>{say('retentionHours', { count: Math.round(retentionMs / HOUR_MS) })}</dd>
        <dt>{say('closedRuns')}</dt>
        <dd>{closed}</dd>
        <dt>{say('gapCount')}</dt>
        <dd>{gaps.length}</dd>
        <dt>{say('nearCount')}</dt>
        <dd>{near > 0 ? <span className="mark late">{near}</span> : near}</dd>
        <dt>{say('failedCount')}</dt>
        <dd>{failed.length > 0 ? <span className="mark late">{failed.length}</span> : 0}</dd>
      </dl>
      {gaps.length === 0 && failed.length === 0 && <p>{say('noGaps')}</p>}
      {failed.length > 0 && <Failed failed={failed} />}
      {gaps.length > 0 && <Gaps gaps={gaps} />}
    </>
  );
}

function Failed({ failed }: Pick<ArchiveState, 'failed'>): ReactNode {
  const say = useTexts(operatorTexts);
  return (
    <>
      <h3>{say('failed')}</h3>
      <p className="quiet">{say('failedHint')}</p>
      <div className="table-frame" tabIndex={0} role="group" aria-label={say('failed')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('col.flow')}</th>
              <th scope="col">{say('col.build')}</th>
              <th scope="col">{say('col.fault')}</th>
            </tr>
          </thead>
          <tbody>
            {failed.slice(0, SHOWN).map(({ workflowId, runId, buildId, fault }) => (
              <tr key={runId}>
                <td className="flow wrap-anywhere">{workflowId}</td>
                <td className="wrap-anywhere">{buildId}</td>
                <td className="fault wrap-anywhere">{fault}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Cut count={failed.length} />
    </>
  );
}

function Gaps({ gaps }: Pick<ArchiveState, 'gaps'>): ReactNode {
  const say = useTexts(operatorTexts);
  const { minute } = useInstants();
  return (
    <>
      <h3>{say('gaps')}</h3>
      <p className="quiet">{say('gapsHint')}</p>
      <div className="table-frame" tabIndex={0} role="group" aria-label={say('gaps')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('col.flow')}</th>
              <th scope="col">{say('col.ended')}</th>
              <th scope="col">{say('col.forgotten')}</th>
            </tr>
          </thead>
          <tbody>
            {gaps.slice(0, SHOWN).map(({ workflowId, runId, closedAt, forgottenAt, near }) => (
              <tr key={runId}>
                <td className="flow wrap-anywhere">{workflowId}</td>
                <td>{minute(closedAt)}</td>
                <td>
                  {near && <span className="mark late">{say('near')}</span>} {minute(forgottenAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Cut count={gaps.length} />
    </>
  );
}

function Cut({ count }: { readonly count: number }): ReactNode {
  const say = useTexts(operatorTexts);
  return count <= SHOWN ? null : <p className="quiet">{say('shown', { shown: SHOWN, count })}</p>;
}
