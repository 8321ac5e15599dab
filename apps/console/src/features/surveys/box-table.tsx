import type { ReactNode } from 'react';
import type { BallotBox } from '../../api/ballot-boxes.js';
import { useTexts } from '../../i18n/use-texts.js';
import { boxesTexts } from './boxes-texts.js';
import { markOf } from './campaign-table.js';
import { stateTexts } from './state-texts.js';

/** Each box: how it stands, how many envelopes it holds, which holders have done their half. */
export function BoxTable({ boxes }: { readonly boxes: readonly BallotBox[] }): ReactNode {
  const say = useTexts(boxesTexts);
  const sayState = useTexts(stateTexts);
  if (boxes.length === 0) return <p>{say('noBoxes')}</p>;
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={say('boxes')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say('community')}</th>
            <th scope="col">{say('state')}</th>
            <th scope="col" className="number">
              {say('leaves')}
            </th>
            <th scope="col">{say('halves')}</th>
          </tr>
        </thead>
        <tbody>
          {boxes.map(({ campaignId, communityName, unitName, state, leaves, holders, destroyedAt }) => (
            <tr key={campaignId}>
              <th scope="row">
                {communityName}
                <div className="quiet">{unitName}</div>
              </th>
              <td>
                <span className={markOf(state)}>{sayState(state)}</span>
                {destroyedAt !== null && <div className="quiet">{say('destroyed')}</div>}
              </td>
              <td className="number">{leaves ?? '—'}</td>
              <td>
                {holders.length === 0 ? (
                  '—'
                ) : (
                  <ul className="plain">
                    {holders.map(({ accountId, username, passedOn }) => (
                      <li key={accountId}>
                        {say(passedOn ? 'half.done' : 'half.waits', { name: username })}
                      </li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
