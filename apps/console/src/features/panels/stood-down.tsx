import type { ReactNode } from 'react';
import type { Panel, PanelList } from '../../api/panels.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { nameOf } from './names.js';
import { causeTexts, panelTexts } from './texts.js';

type Asked = { readonly panel: Panel; readonly accounts: PanelList['accounts'] };

/** Who left a seat for whom, why, and who took it. */
export function StoodDown({ panel: { people, stoodDown }, accounts }: Asked): ReactNode {
  const say = useTexts(panelTexts);
  const sayCause = useTexts(causeTexts);
  const { minute } = useInstants();
  const personOf = (id: string): string =>
    people.find(({ appraisalId }) => appraisalId === id)?.name ?? say('unnamed');
  return (
    <div className="stack" style={{ gap: '0.25rem' }}>
      <h3>{say('stoodDown')}</h3>
      {stoodDown.length === 0 ? (
        <p className="quiet">{say('noneStoodDown')}</p>
      ) : (
        <div className="table-frame" tabIndex={0} role="group" aria-label={say('stoodDown')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say('col.member')}</th>
                <th scope="col">{say('col.person')}</th>
                <th scope="col">{say('col.cause')}</th>
                <th scope="col">{say('col.replacedBy')}</th>
                <th scope="col">{say('col.when')}</th>
              </tr>
            </thead>
            <tbody>
              {stoodDown.map(({ appraisalId, raterId, cause, reason, replacedBy, decidedBy, decidedAt }) => (
                <tr key={`${appraisalId} ${raterId}`}>
                  <th scope="row">{nameOf(accounts, raterId)}</th>
                  <td>{personOf(appraisalId)}</td>
                  <td className="wrap-anywhere">
                    {sayCause(cause)}
                    {reason !== null && <div>{reason}</div>}
                    {decidedBy === null && <div className="quiet">{say('bySystem')}</div>}
                  </td>
                  <td>
                    {replacedBy === null ? (
                      <span className="mark late">{say('nobodyLeft')}</span>
                    ) : (
                      nameOf(accounts, replacedBy)
                    )}
                  </td>
                  <td>{minute(decidedAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
